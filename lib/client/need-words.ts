import type { Person } from "#lib/domain/actor.ts";
import { can } from "#lib/domain/roles.ts";
import type { Coming, Current, Need, Waiting } from "#lib/domain/run/digest.ts";
import { lastAttempt, type Run, type StepState } from "#lib/domain/run/state.ts";

const asked: Record<Need, string> = {
  start: "start",
  go: "go or no go for",
  release: "release",
  confirm: "confirm the result of",
  decide: "decide how to go on with",
  answer: "answer what decides",
};

/** "release", "go or no go for": stands before "step 5". */
export const needWords = (need: Need): string => asked[need];

/** Who is waited for, by name where only one person may do it. */
export function whoWords({ who }: Waiting, run: Run, person: Person): string {
  if (who === "commander") return run.commander.id === person.id ? "You" : `${run.commander.name}, commander`;
  return who === "approver" ? "An approver" : "An operator";
}

export function concerns({ who }: Waiting, run: Run, person: Person): boolean {
  switch (who) {
    case "commander":
      return run.commander.id === person.id;
    case "approver":
      return can(person.role, "run.approve");
    case "operator":
      return can(person.role, "run.operate");
  }
}

/** Who or what is at it: "Jun Kato", "worker-1 at Osaka". */
export function busyWords(state: StepState, current: Current): string {
  const attempt = lastAttempt(state);
  if (current.queued) return `waiting for a worker at ${attempt?.site ?? "its site"}`;
  if (current.shown === "ready") return "ready";
  if (attempt?.conduct === "command" && attempt.begun) return `${attempt.begun.worker} at ${attempt.site}`;
  return attempt?.by.name ?? current.by;
}

/** "when 6, 7 and 9 are settled". */
export function afterWords({ waitsFor }: Coming, run: Run): string {
  if (waitsFor.length === 0) return run.status === "draft" ? "ready when the run starts" : "once it is decided";
  const [last, ...others] = waitsFor.toReversed();
  const list = others.length > 0 ? `${others.toReversed().join(", ")} and ${last}` : last;
  return `when ${list} ${others.length > 0 ? "are" : "is"} settled`;
}
