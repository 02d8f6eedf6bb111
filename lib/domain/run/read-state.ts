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

/** When its objective is due, in milliseconds; null where it has none, and while it is not declared. */
export const dueMsOf = ({ rtoSeconds, declaredAt }: Pick<Run, "rtoSeconds" | "declaredAt">): number | null =>
  rtoSeconds === null || declaredAt === null ? null : Date.parse(declaredAt) + rtoSeconds * 1_000;

/** When it was over: not when that was entered, and not before it was. Null while it goes on. */
export const overAt = ({
  endedAt,
  reachedAt,
}: {
  endedAt: string | null;
  reachedAt?: string | null | undefined;
}): string | null => reachedAt ?? endedAt;

/** Whether something was tried, and whatever was only simulated. */
export function isOnlySimulated({ steps }: Pick<Run, "steps">): boolean {
  const tried = steps.flatMap(({ attempts }) => attempts.map(({ conduct }) => conduct));
  return tried.includes("simulated") && !tried.includes("command") && !tried.includes("hand");
}

/** Nothing of it was done before: it was declared, or prepared and perhaps taken along on paper. */
export const beginningOf = ({ declaredAt, createdAt }: Pick<Run, "declaredAt" | "createdAt">): string =>
  declaredAt !== null && declaredAt < createdAt ? declaredAt : createdAt;

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

/** The last that did something, and did not only look at what was done. */
export const lastTry = ({ attempts }: Pick<StepState, "attempts">): Attempt | undefined =>
  attempts.findLast(({ conduct }) => conduct !== "verification");

/** Since when a step that goes on is done: the look at it is a part of that. Null while its command waits for a worker. */
export function workedOnSince(state: StepState): string | null {
  const attempt = lastTry(state);
  if (!attempt) return state.since;
  return attempt.conduct === "command" ? (attempt.begun?.at ?? null) : attempt.at;
}

/** A worker does it, or looks whether it has come true. */
export const isOfWorker = ({ conduct }: Pick<Attempt, "conduct">): boolean =>
  conduct === "command" || conduct === "verification";

export const isByWorker = (step: StepState): boolean => {
  const last = lastAttempt(step);
  return last !== undefined && isOfWorker(last);
};

/** Sent, and no worker has begun it. */
export const isQueued = (step: StepState): boolean =>
  step.status === "in_progress" && isByWorker(step) && !lastAttempt(step)?.begun;

export const isSuccess = (ended: Ended): boolean =>
  (ended.kind === "exited" && ended.code === 0) ||
  (ended.kind === "answered" && ended.ok) ||
  (ended.kind === "probed" && ended.held);
