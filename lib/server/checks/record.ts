import "server-only";
import type { CheckOutcome } from "#lib/contract/checks.ts";
import type { Run, RunSite } from "#lib/domain/run/state.ts";
import { database } from "#lib/server/db.ts";
import { readRun } from "#lib/server/runs/read.ts";
import { transaction } from "#lib/server/transaction.ts";
import { uuidV7 } from "#lib/server/uuid-v7.ts";
import { told } from "#lib/words/told.ts";

/** What a worker is to look at for one site of a round. */
export type RoundToCheck = {
  run: Run | null;
  procedureId: string | null;
  step: string | null;
  sites: Record<string, RunSite>;
};

/** Null when the round is gone. */
export async function roundToCheck(roundId: string): Promise<RoundToCheck | null> {
  const { rows } = await database().pool.query<{
    run_id: string | null;
    procedure_id: string | null;
    step: string | null;
    sites: Record<string, RunSite>;
  }>("select run_id, procedure_id, step, sites from check_round where id = $1", [roundId]);
  const [row] = rows;
  if (!row) return null;
  const run = row.run_id === null ? null : (await readRun(row.run_id)).run;
  return { run, procedureId: row.procedure_id, step: row.step, sites: row.sites };
}

/** The first thing that is looked at. */
export const WORKER_ANSWERS = told("A worker answers");

export type FoundResult = { step: string | null; what: string; result: CheckOutcome; message: string };

/** Puts what a worker found at a site in place of what was known of it before, and takes the job off the queue. */
export async function recordResults(
  job: { id: string; roundId: string; siteId: string },
  worker: string,
  found: readonly FoundResult[],
): Promise<void> {
  await transaction(async (tx) => {
    await tx.query("delete from check_result where round_id = $1 and site_id = $2", [job.roundId, job.siteId]);
    for (const { step, what, result, message } of found) {
      await tx.query(
        `insert into check_result (id, round_id, site_id, step, what, result, message, worker)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [uuidV7(), job.roundId, job.siteId, step, what, result, message, worker],
      );
    }
    await tx.query("delete from job where id = $1", [job.id]);
  });
}
