"use client";

import { FormLine } from "#components/new-run/form-line.tsx";
import { Lines } from "#components/ui/lines.tsx";
import { Section } from "#components/ui/section.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { ableToFill } from "#lib/client/new-run/last-run.ts";
import { type Plan, withPosition } from "#lib/client/new-run/new-run.ts";
import { listedName } from "#lib/client/people/listed-name.ts";
import type { ListedPerson } from "#lib/contract/people.ts";
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
  const people = ableToFill(all);
  const select = (key: string, title: string, part: "person" | "deputy") => {
    const chosen = plan.positions[key]?.[part] ?? "";
    const unable = chosen !== "" && !people.some(({ id }) => id === chosen);
    return (
      <SelectField
        label={part === "person" ? title : t("{position}, deputy", { position: title })}
        labelHidden
        value={chosen}
        error={unable ? t("Whoever was chosen cannot take part now. Choose somebody else, or nobody.") : undefined}
        onChange={(event) => onPlan(withPosition(plan, key, { [part]: event.target.value || undefined }))}
      >
        {unable && <option value={chosen}>{all.find(({ id }) => id === chosen)?.name ?? t("not known")}</option>}
        <option value="">{part === "person" ? t("nobody yet") : t("no deputy")}</option>
        {people.map(({ id, ...person }) => (
          <option key={id} value={id}>
            {listedName(person)}
          </option>
        ))}
      </SelectField>
    );
  };
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
