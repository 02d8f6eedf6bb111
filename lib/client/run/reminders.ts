import type { About } from "#lib/client/offers/offer.ts";
import { isAnybodys } from "#lib/domain/run/asked-of.ts";
import { roll } from "#lib/domain/run/assignee.ts";
import { digest, type Need, type Waiting } from "#lib/domain/run/digest.ts";
import { doable } from "#lib/domain/run/doable.ts";
import { isOver } from "#lib/domain/run/read-state.ts";

const ofGates: ReadonlySet<Need> = new Set(["approve", "vote", "release", "go"]);

/** Whether a step waits for somebody who is named, or asked by its gate, and who is not only this person. */
export const isRemindable = (about: About, step: string): boolean =>
  doable(about.run, digest(about.procedure, about.run).waiting).some(
    (waiting) => waiting.step === step && isNamed(waiting) && !isOnly(about, waiting),
  );

/**
 * Whether a step of nobody's waits, and it is told to anybody but this person: to who takes part, else to the commander.
 * Who of them may do it, the server knows.
 */
export function isAnybodysRemindable({ procedure, run, person }: About, step: string): boolean {
  const waits = doable(run, digest(procedure, run).waiting).some((one) => one.step === step && isAnybodys(one));
  if (!waits) return false;
  const part = roll(procedure, run);
  return (part.length > 0 ? part : [run.commander]).some(({ id }) => id !== person.id);
}

const isNamed = ({ who, need }: Waiting): boolean =>
  ofGates.has(need) || (typeof who === "object" && ("person" in who || "position" in who));

/** Whoever fills a position has a deputy: that one may still be reminded. */
function isOnly({ run, person }: About, { who }: Waiting): boolean {
  if (who === "commander") return run.commander.id === person.id;
  if ("person" in who) return who.person.id === person.id;
  if (!("position" in who)) return false;
  const { person: holder, deputy } = run.positions[who.position] ?? {};
  return [holder, deputy].every((one) => !one || one.id === person.id);
}

/** Whether anybody but this person has not answered the roll call yet. */
export const unansweredBut = ({ procedure, run, person }: About): boolean =>
  !isOver(run.status) &&
  roll(procedure, run).some(({ id }) => !run.presence[id] && id !== person.id && id !== run.commander.id);
