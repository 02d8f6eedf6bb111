import "server-only";
import type { PoolClient } from "pg";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import { lastAttempt, stepState } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { dropJobs, enqueueAttempt } from "#lib/server/queue.ts";
import { dropSecrets, sealSecrets } from "#lib/server/runs/secrets.ts";

/** Seconds after which a silent worker is taken for lost, and how often a living one speaks. */
export const LEASE_SECONDS = 6;
export const HEARTBEAT_SECONDS = 2;

export type Caused = {
  before: Run;
  after: Run;
  events: readonly LoggedEvent[];
  /** Said at the press; in no event. */
  secrets: Readonly<Record<string, string>>;
};

/**
 * What events cause beside the run itself, in the same transaction: work is queued or taken off the queue, a lease is
 * taken or ends. Answers whether workers have something new to look at.
 */
export async function causeEffects(tx: PoolClient, caused: Caused): Promise<boolean> {
  let queued = false;
  for (const logged of caused.events) {
    const { event } = logged;
    switch (event.type) {
      case "step.started":
        await dropAsked(tx, caused, event.step);
        queued = (await queueAttempt(tx, caused, event)) || queued;
        break;
      case "attempt.started":
        await takeLease(tx, caused.after.id, logged);
        break;
      case "attempt.asked":
        await queueQuestion(tx, caused, event);
        queued = true;
        break;
      case "attempt.answered":
        await dropJobs(tx, caused.after.id, event.step, "ask");
        break;
      case "attempt.finished":
      case "step.interrupted":
        await endAttempt(tx, caused, event.step);
        break;
      case "step.canceled":
        await dropJobs(tx, caused.after.id, event.step, "attempt");
        await endAttempt(tx, caused, event.step);
        break;
      case "step.failed":
      case "step.overridden":
      case "step.skipped":
        await dropAsked(tx, caused, event.step);
        break;
      default:
    }
  }
  return queued;
}

type Started = Extract<LoggedEvent["event"], { type: "step.started" }>;

async function queueAttempt(tx: PoolClient, caused: Caused, event: Started): Promise<boolean> {
  const { conduct, step, attempt, role } = event;
  if (conduct !== "command" && conduct !== "verification") return false;
  const sealed = event.secrets !== undefined && event.secrets.length > 0;
  const job = { runId: caused.after.id, step, attempt, siteId: caused.after.sites[role]?.id ?? "", sealed };
  if (sealed) await sealSecrets(tx, job, caused.secrets);
  await enqueueAttempt(tx, "attempt", job);
  return true;
}

/** For the workers of the site where the attempt took place, or for those of the machine that has its receipt. */
async function queueQuestion(
  tx: PoolClient,
  { after }: Caused,
  { step, attempt }: { step: string; attempt: number },
): Promise<void> {
  const state = stepState(after, step);
  const last = state && lastAttempt(state);
  const siteId = (last && after.sites[last.role]?.id) || "";
  await enqueueAttempt(tx, "ask", { runId: after.id, step, attempt, siteId, sealed: false, place: last?.begun?.place });
}

/** Whoever decides about an unknown outcome does not wait for what the target would say. */
async function dropAsked(tx: PoolClient, { before, after }: Caused, step: string): Promise<void> {
  if (stepState(before, step)?.status === "interrupted") await dropJobs(tx, after.id, step, "ask");
}

/** Takes the attempt off the queue: from here on its worker has to speak for it. */
async function takeLease(tx: PoolClient, runId: string, { event, actor }: LoggedEvent): Promise<void> {
  if (event.type !== "attempt.started") return;
  await tx.query({
    name: "take_lease",
    text: `with begun as (delete from job where run_id = $1 and step = $2 and kind = 'attempt')
      insert into lease (run_id, step, attempt, worker_id, until)
      values ($1, $2, $3, $4, clock_timestamp() + make_interval(secs => $5))`,
    values: [runId, event.step, event.attempt, actor.kind === "worker" ? actor.id : "", LEASE_SECONDS],
  });
}

async function endAttempt(tx: PoolClient, { after }: Caused, step: string): Promise<void> {
  await tx.query({
    name: "end_lease",
    text: "delete from lease where run_id = $1 and step = $2",
    values: [after.id, step],
  });
  const state = stepState(after, step);
  if (state && lastAttempt(state)?.secrets?.length) await dropSecrets(tx, after.id, step);
}
