import "server-only";
import type { PoolClient } from "pg";
import type { LoggedEvent } from "#lib/domain/run/event.ts";

/** Seconds after which a silent worker is taken for lost, and how often a living one speaks. */
export const LEASE_SECONDS = 6;
export const HEARTBEAT_SECONDS = 2;

/** The job a worker takes. `attempt` is the fence: whoever holds an older one is refused. */
export type AttemptJob = { runId: string; step: string; attempt: number };

export const ATTEMPT_TASK = "attempt";

/** What events cause beside the run itself, in the same transaction: a command is queued, a lease is taken or ends. */
export async function causeEffects(tx: PoolClient, runId: string, events: LoggedEvent[]): Promise<void> {
  for (const { event, actor } of events) {
    switch (event.type) {
      case "step.started":
        if (event.conduct === "command") await enqueue(tx, { runId, step: event.step, attempt: event.attempt });
        break;
      case "attempt.started":
        await takeLease(
          tx,
          { runId, step: event.step, attempt: event.attempt },
          actor.kind === "worker" ? actor.id : "",
        );
        break;
      case "attempt.finished":
      case "step.interrupted":
        await endLease(tx, runId, event.step);
        break;
      default:
    }
  }
}

/** Queues the attempt. Doing so again while it waits changes nothing; never tried twice by the queue itself. */
export async function enqueue(tx: Pick<PoolClient, "query">, job: AttemptJob): Promise<void> {
  await tx.query({
    name: "enqueue_attempt",
    text: "select graphile_worker.add_job($1, payload := $2::json, job_key := $3, max_attempts := 1)",
    values: [ATTEMPT_TASK, JSON.stringify(job), `${job.runId}/${job.step}/${job.attempt}`],
  });
}

async function takeLease(tx: PoolClient, { runId, step, attempt }: AttemptJob, workerId: string): Promise<void> {
  await tx.query({
    name: "take_lease",
    text: `insert into lease (run_id, step, attempt, worker_id, until)
      values ($1, $2, $3, $4, clock_timestamp() + make_interval(secs => $5))`,
    values: [runId, step, attempt, workerId, LEASE_SECONDS],
  });
}

async function endLease(tx: PoolClient, runId: string, step: string): Promise<void> {
  await tx.query({
    name: "end_lease",
    text: "delete from lease where run_id = $1 and step = $2",
    values: [runId, step],
  });
}
