import type { Person } from "#lib/domain/actor.ts";
import { can } from "#lib/domain/grants.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { isCommanded } from "#lib/domain/run/able.ts";
import { assigneeOf, holdersOf, roll } from "#lib/domain/run/assignee.ts";
import { concerns } from "#lib/domain/run/concerns.ts";
import type { Heard } from "#lib/domain/run/decide/ruling.ts";
import { digest, type Need, type Waiting } from "#lib/domain/run/digest.ts";
import { doable } from "#lib/domain/run/doable.ts";
import { stepState } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";

/** Of everybody who is active, whom a reminder is for: who is asked at a step now, or has not answered the roll call. */
export function askedNow(
  { procedure, run }: Pick<Known, "procedure" | "run">,
  everybody: readonly Heard[],
  step: string | undefined,
): Heard[] {
  const ids = new Set(
    step === undefined
      ? unanswered(procedure, run)
      : askedAt({ procedure, run, people: everybody.map(({ person }) => person) }, step),
  );
  return everybody.filter(({ person }) => ids.has(person.id));
}

const unanswered = (procedure: Procedure, run: Run): string[] =>
  roll(procedure, run).flatMap(({ id }) => (run.presence[id] || id === run.commander.id ? [] : [id]));

const askedAt = (known: Known, step: string): string[] =>
  doable(known.run, digest(known.procedure, known.run).waiting)
    .filter((one) => one.step === step)
    .flatMap((one) => askedOf(known, one));

type Known = { procedure: Procedure; run: Run; people: readonly Person[] };

const ofOperators: ReadonlySet<Need> = new Set(["start", "request", "confirm", "take_over"]);

/** Whether it waits for nobody by name, nor for whoever fills a position. */
export const isAnybodys = ({ need, who }: Waiting): boolean =>
  ofOperators.has(need) && typeof who === "object" && "role" in who;

/** Who of these people is asked for what a run waits for: their ids. */
export function askedOf({ procedure, run, people }: Known, waiting: Waiting): string[] {
  const { need, step } = waiting;
  if (isAnybodys(waiting)) return anybodysStep({ procedure, run, people });
  const asked = people.filter((person) => concerns(waiting, run, person)).map(({ id }) => id);
  return need === "decide" ? [...new Set([...asked, ...ownersOf(procedure, run, step)])] : asked;
}

/** A step that is nobody's is told to who takes part and may do it; where nobody does, to the commander. */
function anybodysStep({ procedure, run, people }: Known): string[] {
  const part = new Set(roll(procedure, run).map(({ id }) => id));
  const able = people.filter(({ id, role }) => part.has(id) && can(role, "run.operate")).map(({ id }) => id);
  if (able.length > 0) return able;
  return isCommanded(run) ? [run.commander.id] : successors(people);
}

/** Who may take command. */
export const successors = (people: readonly Person[]): string[] =>
  people.filter(({ role }) => can(role, "run.command")).map(({ id }) => id);

function ownersOf(procedure: Procedure, run: Run, number: string): string[] {
  const step = outline(procedure).byNumber.get(number);
  const state = stepState(run, number);
  return step && state ? holdersOf(run, assigneeOf(step, state)).map(({ id }) => id) : [];
}
