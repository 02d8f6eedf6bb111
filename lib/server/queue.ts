import "server-only";
import type { PoolClient } from "pg";
import { WORK_FORMAT } from "#lib/domain/work-format.ts";
import { database } from "#lib/server/db.ts";
import { log } from "#lib/server/log.ts";
import { uuidV7 } from "#lib/server/uuid-v7.ts";

/**
 * Work for the workers of a site, as rows of one table. The row of an attempt is deleted by the transaction that begins
 * it, so one that is there was provably not begun, whatever became of the worker that claimed it.
 */

/** `attempt` is the fence: whoever holds an older one is refused. */
export type AttemptJob = { runId: string; step: string; attempt: number };

export type Job = { id: string; siteId: string } & (
  | ({ kind: "attempt" | "ask" } & AttemptJob)
  | { kind: "check"; roundId: string }
);

export const WORK_CHANNEL = "switchover_work";

/** How long a claim keeps others away. An attempt is begun at once; asking and checking take their time. */
const CLAIM_SECONDS = { attempt: 10, other: 60 };

type Tx = Pick<PoolClient, "query">;

export async function enqueueAttempt(
  tx: Tx,
  kind: "attempt" | "ask",
  {
    runId,
    step,
    attempt,
    siteId,
    sealed,
    place,
  }: AttemptJob & { siteId: string; sealed: boolean; place?: string | undefined },
): Promise<void> {
  await tx.query({
    name: "enqueue_attempt",
    text: `insert into job (id, kind, site_id, format, run_id, step, attempt, sealed, place)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      on conflict do nothing`,
    values: [uuidV7(), kind, siteId, WORK_FORMAT, runId, step, attempt, sealed, place ?? null],
  });
}

export async function enqueueCheck(tx: Tx, roundId: string, siteId: string): Promise<void> {
  await tx.query("insert into job (id, kind, site_id, format, round_id) values ($1, 'check', $2, $3, $4)", [
    uuidV7(),
    siteId,
    WORK_FORMAT,
    roundId,
  ]);
}

/** Takes what is queued for a step off the queue. */
export async function dropJobs(tx: Tx, runId: string, step: string, kind: "attempt" | "ask"): Promise<void> {
  await tx.query({
    name: "drop_jobs",
    text: "delete from job where run_id = $1 and step = $2 and kind = $3",
    values: [runId, step, kind],
  });
}

export async function dropJob(id: string): Promise<void> {
  await database().pool.query("delete from job where id = $1", [id]);
}

/** Wakes the workers; called after the commit. One that is not reached looks by itself within two seconds. */
export function ring(): void {
  database()
    .pool.query({ name: "ring", text: "select pg_notify($1, '')", values: [WORK_CHANNEL] })
    .catch((error) => log.warn({ error }, "the workers were not told; they look within two seconds"));
}

export type Claimant = {
  id: string;
  /** The sites it answers for; null: every one. */
  siteIds: readonly string[] | null;
  /** The receipts of its machine. */
  place: string;
};

type JobRow = {
  id: string;
  kind: Job["kind"];
  siteId: string;
  runId: string;
  step: string;
  attempt: number;
  roundId: string;
};

/** Claims up to `most` jobs that this worker may do and understands, the longest waiting first. */
export async function claimJobs({ id, siteIds, place }: Claimant, most: number): Promise<Job[]> {
  const { rows } = await database().pool.query<JobRow>({
    name: "claim_jobs",
    text: `update job set claimed_by = $1, claimed_until = clock_timestamp()
        + make_interval(secs => case kind when 'attempt' then $6::int else $7::int end)
      where id in (
        select id from job
        where format <= $2 and ($3::uuid[] is null or site_id = any($3))
          and (claimed_until is null or claimed_until < clock_timestamp())
          and (place is null or place = $8)
          and (not sealed or exists (select from sealed_secret s
            where s.run_id = job.run_id and s.step = job.step and s.attempt = job.attempt and s.worker_id = $4))
        order by queued_at limit $5 for update skip locked)
      returning id, kind, site_id as "siteId", run_id as "runId", step, attempt, round_id as "roundId"`,
    values: [id, WORK_FORMAT, siteIds, id, most, CLAIM_SECONDS.attempt, CLAIM_SECONDS.other, place],
  });
  return rows.map(toJob);
}

const toJob = ({ id, kind, siteId, runId, step, attempt, roundId }: JobRow): Job =>
  kind === "check" ? { id, kind, siteId, roundId } : { id, kind, siteId, runId, step, attempt };

/** Gives back what this worker claimed and did not begin. */
export async function handBack({ id }: Pick<Claimant, "id">): Promise<void> {
  await database().pool.query("update job set claimed_by = null, claimed_until = null where claimed_by = $1", [id]);
  ring();
}
