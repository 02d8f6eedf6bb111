import type { Person } from "#lib/domain/actor.ts";
import type { Waiting } from "#lib/domain/run/digest.ts";
import { mayDecide } from "#lib/domain/run/gate.ts";
import { stepState } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";

/** Whether it is this person who is waited for; of a requester or somebody who has voted, nothing more is asked. */
export function concerns({ who, need, step }: Waiting, run: Run, person: Person): boolean {
  if (who === "commander") return run.commander.id === person.id;
  if ("person" in who) return who.person.id === person.id;
  if (!mayDecide(run, who, person)) return false;
  if (need !== "approve") return true;
  const gate = stepState(run, step)?.gate;
  return gate?.askedBy?.id !== person.id && !gate?.votes.some(({ by }) => by.id === person.id);
}
