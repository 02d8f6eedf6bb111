import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { contactsQuery } from "#lib/client/run/contacts-query.ts";
import type { RunContact } from "#lib/contract/runs.ts";
import { peopleOf } from "#lib/domain/paper/run-pack.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import type { Run } from "#lib/domain/run/state.ts";

/** How the people of the run are reached, by their ids, asked anew when others come; null where nobody could tell yet. */
export function useContacts(procedure: Procedure, run: Run): Readonly<Record<string, RunContact>> | null {
  const { data, refetch } = useQuery(contactsQuery(run.id));
  const named = peopleOf(procedure, run)
    .map(({ id }) => id)
    .join(" ");
  const asked = useRef(named);
  useEffect(() => {
    if (asked.current === named) return;
    asked.current = named;
    void refetch();
  }, [named, refetch]);
  return data ? Object.fromEntries(data.people.map((person) => [person.id, person])) : null;
}
