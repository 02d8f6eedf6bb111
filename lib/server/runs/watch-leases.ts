import "server-only";
import type { Actor } from "#lib/domain/actor.ts";
import { database } from "#lib/server/db.ts";
import { AppError } from "#lib/server/errors.ts";
import { log } from "#lib/server/log.ts";
import { type AttemptJob, enqueue, HEARTBEAT_SECONDS, LEASE_SECONDS } from "#lib/server/runs/effects.ts";
import { execute } from "#lib/server/runs/execute.ts";

const watcher: Actor = { kind: "system", name: "lease watcher" };

/**
 * Every two seconds: commands whose worker has gone silent become "outcome unknown", forgotten ones are queued again.
 * Every process watches, the web's too: nobody else would when the last worker is lost.
 */
export function watchLeases(): () => void {
  let seenDatabaseSince: number | null = null;
  const look = async () => {
    seenDatabaseSince ??= performance.now();
    try {
      // After an outage the workers get a lease's time to speak before anyone is declared lost.
      const trusted = performance.now() - seenDatabaseSince >= LEASE_SECONDS * 1_000;
      if (trusted && !(await declareLost())) seenDatabaseSince = null;
      await queueForgotten();
    } catch (error) {
      seenDatabaseSince = null;
      log.warn({ error }, "the leases could not be watched");
    }
  };
  void look();
  const timer = setInterval(() => void look(), HEARTBEAT_SECONDS * 1_000);
  timer.unref();
  return () => clearInterval(timer);
}

type LostLease = AttemptJob & { worker: string };

/**
 * Commands whose lease ran out by the database's clock. Two watchers may see the same one: the second is refused. False,
 * and nobody is declared, when the database was so slow to answer that it has not heard the living ones either.
 */
export async function declareLost(): Promise<boolean> {
  const asked = performance.now();
  const { rows } = await database().pool.query<LostLease>(
    `select run_id as "runId", step, attempt, coalesce(worker.name, worker_id) as worker
     from lease left join worker on worker.id = worker_id where until < clock_timestamp()`,
  );
  if (performance.now() - asked > HEARTBEAT_SECONDS * 1_000) return false;
  for (const { runId, step, attempt, worker } of rows) {
    const reason = `The worker ${worker} was lost after the command may have begun. It is never run again by itself.`;
    await unlessRefused(() => execute(watcher, runId, { type: "attempt.lose", step, attempt, reason }));
  }
  return true;
}

/**
 * Attempts that were queued and never begun, and whose job is gone: a worker died between taking it and beginning.
 * Provably not run, so they are queued again.
 */
export async function queueForgotten(): Promise<void> {
  const { rows } = await database().pool.query<AttemptJob>(
    `select s.run_id as "runId", s.number as step, (s.attempts -> -1 ->> 'number')::int as attempt
     from run join run_step s on s.run_id = run.id
     where run.status in ('in_progress', 'paused') and s.status = 'in_progress' and s.attempts -> -1 ->> 'conduct' = 'command' and s.attempts -> -1 -> 'begun' is null
       and s.since < clock_timestamp() - make_interval(secs => $1)
       and not exists (select from graphile_worker.jobs j
         where j.key = s.run_id || '/' || s.number || '/' || (s.attempts -> -1 ->> 'number')
           and (j.locked_at > clock_timestamp() - make_interval(secs => $1)
             or j.locked_at is null and j.attempts < j.max_attempts))`,
    [LEASE_SECONDS],
  );
  for (const job of rows) {
    log.warn({ job }, "a queued command had lost its job; it is queued again");
    await enqueue(database().pool, job);
  }
}

async function unlessRefused(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log.debug({ refused: error.message }, "decided already");
  }
}
