import type { Person } from "#lib/domain/actor.ts";
import { isOver, lastAttempt } from "#lib/domain/run/read-state.ts";
import type { Run, StepState } from "#lib/domain/run/state.ts";

/**
 * Whether what came between two states of a run is this person's own doing: a step they brought on, or the end of what
 * they began in the step they are still at. That the run begins concerns everybody alike; whoever commands it ends it.
 */
export function isOwnDoing(before: Run, run: Run, { id }: Person, at: string | undefined): boolean {
  if (before.status !== run.status && isTurn(before, run, id)) return true;
  return run.steps.some((state, place) => {
    if (!hasMoved(before.steps[place], state)) return false;
    return state.by.id === id || (state.number === at && lastAttempt(state)?.by.id === id);
  });
}

const isTurn = (before: Run, run: Run, person: string): boolean =>
  before.status === "draft" || (isOver(run.status) && run.commander.id === person);

const hasMoved = (before: StepState | undefined, state: StepState): boolean =>
  before !== state && (before?.status !== state.status || before.since !== state.since);
