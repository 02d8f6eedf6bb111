"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Button } from "#components/ui/button.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { peopleQuery } from "#lib/client/queries.ts";

type MentionFieldProps = { chosen: readonly string[]; onChange: (chosen: readonly string[]) => void };

/** Whom a note is meant for: chosen one by one, each taken out again by its button. */
export function MentionField({ chosen, onChange }: MentionFieldProps) {
  const { person } = useRunDesk();
  const { data, isError } = useQuery(peopleQuery());
  const people = data?.people ?? [];
  const left = people.filter(({ id }) => id !== person.id && !chosen.includes(id));
  return (
    <div className="grid gap-2">
      <SelectField
        label="For somebody in particular"
        value=""
        error={isError ? "The people could not be read. The note can be added all the same." : undefined}
        onChange={(event) => onChange([...chosen, event.target.value])}
      >
        <option value="">{chosen.length > 0 ? "nobody else" : "nobody in particular"}</option>
        {left.map(({ id, name, role }) => (
          <option key={id} value={id}>
            {name}, {role}
          </option>
        ))}
      </SelectField>
      {chosen.length > 0 && (
        <ul aria-label="For" className="flex flex-wrap gap-1">
          {chosen.map((id) => (
            <li key={id}>
              <Button
                size="small"
                icon={<X aria-hidden />}
                onClick={() => onChange(chosen.filter((other) => other !== id))}
              >
                {people.find((each) => each.id === id)?.name ?? "somebody"}
                <span className="sr-only">: leave out</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
