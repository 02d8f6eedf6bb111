import type { ActiveRun } from "#lib/client/active-runs.ts";
import { type Wait, waitsFor } from "#lib/client/waits.ts";
import type { SignedIn } from "#lib/contract/people.ts";
import type { Person } from "#lib/domain/actor.ts";
import { isOver } from "#lib/domain/run/read-state.ts";

export const asActor = ({ id, name, role }: SignedIn): Person => ({ kind: "person", id, name, role });

/** What waits for this person in these runs: live before drills, the longest first. */
export function waitsOf(active: readonly ActiveRun[], person: SignedIn): Wait[] {
  const waits = active.flatMap(({ view, procedure }) =>
    view && procedure && !isOver(view.run.status) ? waitsFor(procedure, view.run, asActor(person)) : [],
  );
  return waits.toSorted((one, other) => rank(one).localeCompare(rank(other)));
}

const rank = ({ run, since }: Wait): string => `${run.mode === "drill" ? 1 : 0} ${since ?? ""}`;
