import { whoDecides } from "#lib/client/gate-words.ts";
import type { About } from "#lib/client/offer.ts";
import { positionTitle } from "#lib/domain/outline.ts";
import type { Coming, Current, Need, Waiting } from "#lib/domain/run/digest.ts";
import { holdsPosition } from "#lib/domain/run/positions.ts";
import { lastAttempt } from "#lib/domain/run/read-state.ts";
import type { Run, StepState } from "#lib/domain/run/state.ts";

const asked: Record<Need, string> = {
  start: "start",
  request: "ask for approval of",
  approve: "approve or reject",
  vote: "vote on",
  go: "go or no go for",
  release: "release",
  confirm: "confirm the result of",
  decide: "decide how to go on with",
  answer: "answer what decides",
  help: "help with",
};

/** "release", "go or no go for": stands before "step 5". */
export const needWords = (need: Need): string => asked[need];

/** Who is waited for, by name where only one person may do it. */
export function whoWords({ who }: Waiting, { procedure, run, person }: About): string {
  if (who === "commander") return run.commander.id === person.id ? "You" : `${run.commander.name}, commander`;
  if ("person" in who) return who.person.id === person.id ? "You" : who.person.name;
  if (!("position" in who)) return capital(whoDecides(procedure, who));
  if (holdsPosition(run, who.position, person.id)) return "You";
  const title = positionTitle(procedure, who.position);
  const holder = run.positions[who.position]?.person ?? run.positions[who.position]?.deputy;
  return holder ? `${holder.name}, ${title}` : `${title} (nobody fills it)`;
}

const capital = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

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
