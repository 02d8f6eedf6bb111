"use client";

import { FormLine } from "#components/new-run/form-line.tsx";
import { Lines } from "#components/ui/lines.tsx";
import { Section } from "#components/ui/section.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { type Plan, withPosition } from "#lib/client/new-run/new-run.ts";
import type { ListedPerson } from "#lib/contract/people.ts";
import { can } from "#lib/domain/grants.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { t } from "#lib/words/t.ts";

type PositionFieldsProps = {
  plan: Plan;
  procedure: Procedure;
  people: readonly ListedPerson[];
  onPlan: (plan: Plan) => void;
};

/** Who fills which position, and who stands in: at first whoever did so last. May be left open: the commander fills them during the run. */
export function PositionFields({ plan, procedure, people: all, onPlan }: PositionFieldsProps) {
  if (!procedure.positions) return null;
  const people = all.filter(({ role }) => can(role, "run.note"));
  const select = (key: string, title: string, part: "person" | "deputy") => (
    <SelectField
      label={part === "person" ? title : t("{position}, deputy", { position: title })}
      labelHidden
      value={plan.positions[key]?.[part] ?? ""}
      onChange={(event) => onPlan(withPosition(plan, key, { [part]: event.target.value || undefined }))}
    >
      <option value="">{part === "person" ? t("nobody yet") : t("no deputy")}</option>
      {people.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
  return (
    <Section title={t("People")} note={t("may be filled during the run")}>
      <Lines>
        {procedure.positions.map(({ key, title }) => (
          <FormLine key={key} label={title} note={select(key, title, "deputy")}>
            {select(key, title, "person")}
          </FormLine>
        ))}
      </Lines>
    </Section>
  );
}
