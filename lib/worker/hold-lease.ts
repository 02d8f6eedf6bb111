import { database } from "#lib/server/db.ts";
import { followRun } from "#lib/server/live/run-feed.ts";
import { log } from "#lib/server/log.ts";
import type { AttemptJob } from "#lib/server/queue.ts";
import { HEARTBEAT_SECONDS, LEASE_SECONDS } from "#lib/server/runs/effects.ts";
import type { WorkerIdentity } from "#lib/worker/identity.ts";

export type HeldLease = {
  /** Fires when a person cancels the command. */
  canceled: AbortSignal;
  release: () => void;
};

/** Keeps saying that this attempt is alive, and hears when it is canceled after the event that began it. */
export function holdLease(worker: WorkerIdentity, job: AttemptJob, begunSeq: number): HeldLease {
  const canceled = new AbortController();
  const stopFollowing = followRun(job.runId, begunSeq, {
    send: (items) => {
      const asked = items.some(
        ({ value: { event } }) => event.type === "step.cancel_requested" && event.step === job.step,
      );
      if (asked) canceled.abort();
    },
  });
  const timer = setInterval(() => {
    renew(worker, job).catch((error) => log.warn({ error, job }, "the lease could not be renewed"));
  }, HEARTBEAT_SECONDS * 1_000);
  return {
    canceled: canceled.signal,
    release: () => {
      clearInterval(timer);
      stopFollowing();
    },
  };
}

/** A lease that is gone was taken from us: the attempt is decided without us, and our report will be refused. */
async function renew({ id }: WorkerIdentity, { runId, step, attempt }: AttemptJob): Promise<void> {
  const { rowCount } = await database().pool.query({
    name: "renew_lease",
    text: `update lease set until = clock_timestamp() + make_interval(secs => $5)
      where run_id = $1 and step = $2 and attempt = $3 and worker_id = $4`,
    values: [runId, step, attempt, id, LEASE_SECONDS],
  });
  if (rowCount === 0) log.warn({ runId, step, attempt }, "the lease of a running command is gone");
}
