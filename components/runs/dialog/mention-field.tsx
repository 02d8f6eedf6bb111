"use client";

import { useQuery } from "@tanstack/react-query";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { listedName } from "#lib/client/people/listed-name.ts";
import { peopleQuery } from "#lib/client/queries.ts";
import { t } from "#lib/words/t.ts";

type MentionFieldProps = { chosen: readonly string[]; onChange: (chosen: readonly string[]) => void };

/** Whom a note is meant for: a field for each, and one more. Arrow keys change a field and add nobody beside it. */
export function MentionField({ chosen, onChange }: MentionFieldProps) {
  const { person } = useRunDesk();
  const { data, isError } = useQuery(peopleQuery());
  const others = (data?.people ?? []).filter(({ id }) => id !== person.id);
  const change = (place: number, id: string) =>
    onChange([...chosen.slice(0, place), id, ...chosen.slice(place + 1)].filter((each) => each !== ""));
  return (
    <div className="grid gap-2">
      {[...chosen, ""].map((value, place) => (
        <SelectField
          // biome-ignore lint/suspicious/noArrayIndexKey: a field keeps the focus while somebody else is chosen in it
          key={place}
          label={place === 0 ? t("For somebody in particular") : t("And for")}
          value={value}
          error={isError ? t("The people could not be read. The note can still be added.") : undefined}
          onChange={(event) => change(place, event.target.value)}
        >
          <option value="">{place === 0 ? t("nobody in particular") : t("nobody else")}</option>
          {others
            .filter(({ id }) => id === value || !chosen.includes(id))
            .map(({ id, role, ...person }) => (
              <option key={id} value={id}>
                {t("{person}, {position}", { person: listedName(person), position: t(role) })}
              </option>
            ))}
        </SelectField>
      ))}
    </div>
  );
}
