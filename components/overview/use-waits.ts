"use client";

import { useActiveRuns } from "#components/overview/use-active-runs.ts";
import { type Wait, waitsFor } from "#lib/client/waits.ts";
import type { SignedIn } from "#lib/contract/people.ts";
import type { Person } from "#lib/domain/actor.ts";
import { isOver } from "#lib/domain/run/read-state.ts";

export const asActor = ({ id, name, role }: SignedIn): Person => ({ kind: "person", id, name, role });

/** What waits for this person in all runs: live before drills, the longest first. */
export function useWaits(person: SignedIn, everyMs?: number): Wait[] {
  const { active } = useActiveRuns(everyMs);
  const waits = active.flatMap(({ view, procedure }) =>
    view && procedure && !isOver(view.run.status) ? waitsFor(procedure, view.run, asActor(person)) : [],
  );
  return waits.toSorted((one, other) => rank(one).localeCompare(rank(other)));
}

const rank = ({ run, since }: Wait): string => `${run.mode === "drill" ? 1 : 0} ${since ?? ""}`;
