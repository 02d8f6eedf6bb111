"use client";

import { useQuery } from "@tanstack/react-query";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { listedName } from "#lib/client/people/listed-name.ts";
import { peopleQuery } from "#lib/client/queries.ts";
import { can } from "#lib/domain/grants.ts";
import type { Permission } from "#lib/domain/roles.ts";
import { t } from "#lib/words/t.ts";

type ChooseFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** What the person's role must allow. */
  who: Permission;
  /** Positions may be chosen too: `position:KEY` beside `person:ID`. */
  positions?: boolean;
  nobody: string;
  /** Who it is now: to choose nobody then is a choice. */
  now?: string | undefined;
};

/** The choice of nobody, where to choose nothing leaves it as it is. */
const NOBODY = "nobody";

/** One of the people of the console, or a position of the run. */
export function ChooseField({ label, value, onChange, who, positions = false, nobody, now }: ChooseFieldProps) {
  const { procedure, run } = useRunDesk();
  const { data, isError } = useQuery(peopleQuery());
  const people = (data?.people ?? []).filter(({ role }) => can(role, who));
  const prefix = positions ? "person:" : "";
  return (
    <SelectField
      label={label}
      value={value}
      error={isError ? t("The people could not be read. Close this and try again.") : undefined}
      onChange={(event) => onChange(event.target.value)}
    >
      {now !== undefined && <option value="">{t("as it is: {who}", { who: now })}</option>}
      <option value={now === undefined ? "" : NOBODY}>{nobody}</option>
      {positions &&
        (procedure.positions ?? []).map(({ key, title }) => (
          <option key={key} value={`position:${key}`}>
            {title}
            {run.positions[key]?.person ? ` (${run.positions[key]?.person?.name})` : ""}
          </option>
        ))}
      {people.map(({ id, role, ...person }) => (
        <option key={id} value={`${prefix}${id}`}>
          {t("{person}, {position}", { person: listedName(person), position: t(role) })}
        </option>
      ))}
    </SelectField>
  );
}
