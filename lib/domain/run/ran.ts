import { lastAttempt } from "#lib/domain/run/read-state.ts";
import type { Attempt, Run, StepState, StepStatus } from "#lib/domain/run/state.ts";

/** What is not tried again, unless somebody says so: what was resolved for it stays, whatever is corrected since. */
const STANDS: ReadonlySet<StepStatus> = new Set([
  "in_progress",
  "canceling",
  "awaiting_confirmation",
  "interrupted",
  "completed",
]);

/** The try by which a step goes on, or was done. */
export function standingTry(state: StepState | undefined): Attempt | undefined {
  const last = state && STANDS.has(state.status) ? lastAttempt(state) : undefined;
  return last?.undone ? undefined : last;
}

/** Whether a value that the step uses was given anew after it was begun. */
export function isNewer(run: Pick<Run, "outputs">, state: StepState | undefined, output: string): boolean {
  const [known, tried] = [run.outputs[output], standingTry(state)];
  return known !== undefined && tried !== undefined && known.at > tried.at;
}
