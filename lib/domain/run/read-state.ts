import type { Attempt, Ended, Run, RunStatus, StepState, StepStatus } from "#lib/domain/run/state.ts";

/** What is asked of a run everywhere. */

export const runLabel = (number: number): string => `R-${String(number).padStart(4, "0")}`;

export const isOver = (status: RunStatus): boolean =>
  status === "completed" || status === "completed_with_exceptions" || status === "aborted" || status === "failed";

/** Begun and not over. */
export const isGoingOn = (status: RunStatus): boolean => status === "in_progress" || status === "paused";

/** Over, and nothing recovered: how quickly it ended is no recovery time. */
export const isLost = (status: RunStatus): boolean => status === "aborted" || status === "failed";

const begun: ReadonlySet<StepStatus> = new Set([
  "in_progress",
  "awaiting_confirmation",
  "canceling",
  "canceled",
  "failed",
  "timed_out",
  "interrupted",
]);
const next: ReadonlySet<StepStatus> = new Set(["ready", "awaiting_approval", "rejected"]);

/** Where a run stands: at the steps that were begun and came to no good end yet, or else at those that are next. */
export function stoodAt({ steps }: Pick<Run, "steps">): string[] {
  const at = (statuses: ReadonlySet<StepStatus>) =>
    steps.flatMap(({ number, status }) => (statuses.has(status) ? [number] : []));
  const underWay = at(begun);
  return underWay.length > 0 ? underWay : at(next);
}

export const stepState = (run: Run, number: string): StepState | undefined =>
  run.steps.find((step) => step.number === number);

export const lastAttempt = (step: StepState): Attempt | undefined => step.attempts.at(-1);

/** A worker does it, or looks whether it has come true. */
export const isByWorker = (step: StepState): boolean => {
  const conduct = lastAttempt(step)?.conduct;
  return conduct === "command" || conduct === "verification";
};

/** Sent, and no worker has begun it. */
export const isQueued = (step: StepState): boolean =>
  step.status === "in_progress" && isByWorker(step) && !lastAttempt(step)?.begun;

export const isSuccess = (ended: Ended): boolean =>
  (ended.kind === "exited" && ended.code === 0) ||
  (ended.kind === "answered" && ended.ok) ||
  (ended.kind === "probed" && ended.held);
