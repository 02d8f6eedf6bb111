import type { ActiveRun } from "#lib/client/overview/active-runs.ts";
import { type Wait, waitsFor } from "#lib/client/overview/waits.ts";
import type { SignedIn } from "#lib/contract/people.ts";
import type { Person } from "#lib/domain/actor.ts";
import { isTrouble } from "#lib/domain/run/digest.ts";
import { isOver } from "#lib/domain/run/read-state.ts";

export const asActor = ({ id, name, role }: SignedIn): Person => ({ kind: "person", id, name, role });

/** What waits for this person in these runs: live before drills, what is in trouble before the rest, the longest first. */
export function waitsOf(active: readonly ActiveRun[], person: SignedIn): Wait[] {
  const waits = active.flatMap(({ view, procedure }) =>
    view && procedure && !isOver(view.run.status) ? waitsFor(procedure, view.run, asActor(person)) : [],
  );
  return waits.toSorted((one, other) => rank(one).localeCompare(rank(other)));
}

const rank = ({ run, need, since }: Wait): string =>
  `${run.mode === "drill" ? 1 : 0} ${isTrouble(need) ? 0 : 1} ${since ?? ""}`;
