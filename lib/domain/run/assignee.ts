import type { Who } from "#lib/domain/instant.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import { isAble } from "#lib/domain/run/able.ts";
import { pairs } from "#lib/domain/run/standing.ts";
import type { Assignee, Run, StepState } from "#lib/domain/run/state.ts";

/** Whose a step is: as said in the run, else as the procedure says; undefined where it is anybody's. */
export function assigneeOf(step: Pick<Step, "position">, state: StepState): Assignee | undefined {
  if (state.assigned) return state.assigned.to ?? undefined;
  return step.position === undefined ? undefined : { position: step.position };
}

/** The people a step is waiting for by its assignment; empty where it is anybody's, or nobody fills the position. */
export function holdersOf(run: Pick<Run, "positions">, assignee: Assignee | undefined): Who[] {
  if (!assignee) return [];
  if ("person" in assignee) return [assignee.person];
  const { person, deputy } = run.positions[assignee.position] ?? {};
  return [person, deputy].filter((who) => who !== undefined);
}

/** Whoever is there of those who fill a position and stand in; where nobody is, who filled it. */
export function holderOf(run: Pick<Run, "positions" | "people">, position: string): Who | undefined {
  const holders = holdersOf(run, { position });
  return holders.find(({ id }) => isAble(run, id, "run.note")) ?? holders[0];
}

/** Everybody whom the roll call asks: of those who fill a position or stand in, or whose a step is, who is still there. */
export const roll = (procedure: Procedure, run: Run): Who[] =>
  placed(procedure, run).filter(({ id }) => isAble(run, id, "run.note"));

/** Everybody whom the run waits for, or may: those who have a place, who commands or is offered command, who is at a step. */
export function named(procedure: Procedure, run: Run): Who[] {
  const atWork = run.steps.filter(({ status }) => status === "in_progress").map(({ by }) => by);
  const offered = run.commandOffer ? [run.commandOffer.to] : [];
  return [run.commander, ...offered, ...atWork, ...placed(procedure, run)];
}

/** Each once. */
function placed(procedure: Procedure, run: Run): Who[] {
  const assigned = pairs(procedure, run).flatMap(({ step, state }) => holdersOf(run, assigneeOf(step, state)));
  const filling = Object.keys(run.positions).flatMap((position) => holdersOf(run, { position }));
  return [...new Map([...filling, ...assigned].map((who) => [who.id, who])).values()];
}

/** Whether the step is this person's: by name, or because they fill its position or stand in. */
export const isOf = (run: Run, { step, state }: { step: Step; state: StepState }, id: string): boolean =>
  holdersOf(run, assigneeOf(step, state)).some((who) => who.id === id);
