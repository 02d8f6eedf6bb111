import type { Procedure, Step } from "#lib/domain/procedure.ts";
import type { Who } from "#lib/domain/run/instant.ts";
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

/** Everybody whom the roll call asks: who fills a position or stands in, and whose a step is. Each once. */
export function roll(procedure: Procedure, run: Run): Who[] {
  const assigned = pairs(procedure, run).flatMap(({ step, state }) => holdersOf(run, assigneeOf(step, state)));
  const filling = Object.keys(run.positions).flatMap((position) => holdersOf(run, { position }));
  return [...new Map([...filling, ...assigned].map((who) => [who.id, who])).values()];
}

/** Whether the step is this person's: by name, or because they fill its position or stand in. */
export const isOf = (run: Run, { step, state }: { step: Step; state: StepState }, id: string): boolean =>
  holdersOf(run, assigneeOf(step, state)).some((who) => who.id === id);
