import type { RunSummary } from "#lib/contract/run-summary.ts";
import { isNothingDone } from "#lib/domain/run/nothing-done.ts";
import { dueMsOf, isLost, isOver, overAt } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { secondsBetween } from "#lib/domain/whole-seconds.ts";

type Times = Pick<
  RunSummary,
  "status" | "rtoSeconds" | "declaredAt" | "startedAt" | "endedAt" | "reachedAt" | "onlySimulated" | "nothingDone"
> & {
  /** Of a run that is read as a whole. */
  steps?: Run["steps"];
};

/**
 * From start to end, or from the declaration where all was done before it was started here; null while it goes on, or when it
 * never started.
 */
export function tookMs({ startedAt, declaredAt, ...ended }: Times): number | null {
  const over = overAt(ended);
  if (!startedAt || !over) return null;
  const since = startedAt <= over ? startedAt : (declaredAt ?? over);
  return Date.parse(over) - Date.parse(since);
}

export type RtoResult =
  | { kind: "none" }
  /** Not declared yet, so all of it is left. */
  | { kind: "not_declared"; leftMs: number }
  /** Still running: what is left, negative when over. */
  | { kind: "running"; leftMs: number }
  | { kind: "met"; actualMs: number }
  | { kind: "missed"; overMs: number }
  /** Nothing was recovered. */
  | { kind: "not_measured" }
  /** Ended without switching over. */
  | { kind: "not_reached" };

/** The objective against what was reached; both count from the declaration. */
export function rtoResult(run: Times, nowMs: number): RtoResult {
  if (run.rtoSeconds === null) return { kind: "none" };
  const dueMs = dueMsOf(run);
  const allowedMs = run.rtoSeconds * 1_000;
  if (!isOver(run.status)) {
    return dueMs === null ? { kind: "not_declared", leftMs: allowedMs } : { kind: "running", leftMs: dueMs - nowMs };
  }
  const over = overAt(run);
  if (isLost(run.status) || !over || dueMs === null) return { kind: "not_reached" };
  const nothingDone = run.nothingDone || isNothingDone(run.steps?.map(({ status }) => status) ?? []);
  if (run.onlySimulated || nothingDone) return { kind: "not_measured" };
  // By whole seconds, as the report says it.
  const overMs = secondsBetween(dueMs, over) * 1_000;
  return overMs <= 0 ? { kind: "met", actualMs: allowedMs + overMs } : { kind: "missed", overMs };
}
