import "server-only";
import type { RunTimeline } from "#lib/contract/runs.ts";
import { planOf } from "#lib/domain/report/plans.ts";
import { timelineOf } from "#lib/domain/report/segments.ts";
import { frozenProcedure } from "#lib/server/procedures/frozen.ts";
import { readPast } from "#lib/server/procedures/past.ts";
import { readRun, readWholeLog, runId } from "#lib/server/runs/read.ts";

/** What the time of each step went into, up to the last event, and what was planned for it. Throws `not_found`. */
export async function readTimeline(reference: string): Promise<RunTimeline> {
  const events = await readWholeLog(await runId(reference));
  // After its log: a run that has begun there has begun here.
  const { run } = await readRun(reference);
  const [procedure, past] = await Promise.all([
    frozenProcedure(run.procedureId),
    run.startedAt === null ? null : readPast(run.procedureId, run.startedAt),
  ]);
  const plans = planOf(procedure, events, past?.durations ?? {});
  return { seq: events.at(-1)?.seq ?? 0, steps: timelineOf(procedure, events), planned: Object.fromEntries(plans) };
}
