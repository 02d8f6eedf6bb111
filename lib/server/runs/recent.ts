import "server-only";
import type { Run } from "#lib/domain/run/state.ts";

/**
 * The runs this process changed last, as they were committed. Every change of a run adds to its `seq`, so a run whose
 * row, read under its lock, still has the same `seq` is the same: its steps need not be read again, be they 17 or 500.
 */
const kept = new Map<string, Run>();
const KEEP = 50;

/** The run, when this process knows it as it is at `seq`. */
export function recentRun(id: string, seq: number): Run | null {
  const run = kept.get(id);
  return run?.seq === seq ? run : null;
}

/** Called after the commit, never before: what was rolled back must not be known. */
export function rememberRun(run: Run): void {
  kept.delete(run.id);
  kept.set(run.id, run);
  const oldest = kept.keys().next();
  if (kept.size > KEEP && !oldest.done) kept.delete(oldest.value);
}

/** A new connection may lead to a database that was restored or failed over, where the same `seq` is another story. */
export const forgetRuns = (): void => kept.clear();
