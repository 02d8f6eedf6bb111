import type { RunSummary } from "#lib/contract/runs.ts";
import { isLost, isOver } from "#lib/domain/run/read-state.ts";

type Times = Pick<RunSummary, "status" | "rtoSeconds" | "declaredAt" | "startedAt" | "endedAt">;

/** From start to end; null while it goes on, or when it never started. */
export function tookMs({ startedAt, endedAt }: Times): number | null {
  return startedAt && endedAt ? Date.parse(endedAt) - Date.parse(startedAt) : null;
}

export type RtoResult =
  | { kind: "none" }
  /** Still running: what is left, negative when over. */
  | { kind: "running"; leftMs: number }
  | { kind: "met"; actualMs: number }
  | { kind: "missed"; overMs: number }
  /** Ended without switching over. */
  | { kind: "not_reached" };

/** The objective against what was reached; both count from the declaration. */
export function rtoResult(run: Times, nowMs: number): RtoResult {
  if (run.rtoSeconds === null) return { kind: "none" };
  const declaredMs = Date.parse(run.declaredAt);
  const dueMs = declaredMs + run.rtoSeconds * 1_000;
  if (!isOver(run.status)) return { kind: "running", leftMs: dueMs - nowMs };
  if (isLost(run.status) || !run.endedAt) return { kind: "not_reached" };
  const endedMs = Date.parse(run.endedAt);
  return endedMs <= dueMs
    ? { kind: "met", actualMs: endedMs - declaredMs }
    : { kind: "missed", overMs: endedMs - dueMs };
}
