import "server-only";
import type { Actor } from "#lib/domain/actor.ts";
import { database } from "#lib/server/db.ts";
import { AppError } from "#lib/server/errors.ts";
import { log } from "#lib/server/log.ts";
import { tellRunsOfPeople } from "#lib/server/people/tell-runs.ts";
import type { AttemptJob } from "#lib/server/queue.ts";
import { HEARTBEAT_SECONDS, LEASE_SECONDS } from "#lib/server/runs/effects.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { told } from "#lib/words/told.ts";

const watcher: Actor = { kind: "system", name: told("lease watcher") };

/**
 * Every two seconds: commands whose worker has gone silent become "outcome unknown", and what the procedure lets the
 * machine try again is tried when its time has come, gates whose time is over lapse, and runs are told what became of people.
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
      await tryAgain();
      await declareLapsed();
      await tellRunsOfPeople();
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
    const reason = told(
      "The worker {worker} was lost after the command may have begun. It is never run again by itself.",
      {
        worker,
      },
    );
    await unlessRefused(() => execute(watcher, runId, { type: "attempt.lose", step, attempt, reason }));
  }
  return true;
}

const machine: Actor = { kind: "system", name: told("automatic retry") };

/** Steps whose time for another try has come, by the database's clock. A run that is paused is asked again later. */
export async function tryAgain(): Promise<void> {
  const { rows } = await database().pool.query<AttemptJob>(
    `select s.run_id as "runId", s.number as step, (s.attempts -> -1 ->> 'number')::int as attempt
     from run_step s join run on run.id = s.run_id
     where s.retry_at <= clock_timestamp() and run.status = 'in_progress'`,
  );
  for (const { runId, step, attempt } of rows) {
    await unlessRefused(() => execute(machine, runId, { type: "attempt.again", step, attempt }));
  }
}

const timekeeper: Actor = { kind: "system", name: told("time limit") };

/** Gates whose time is over, by the database's clock: unanswered is a no, answered and unused has to be asked again. */
export async function declareLapsed(): Promise<void> {
  const { rows } = await database().pool.query<{ runId: string; step: string }>(
    `select s.run_id as "runId", s.number as step from run_step s join run on run.id = s.run_id
     where s.gate_until <= clock_timestamp() and s.status in ('awaiting_approval', 'ready')
       and run.status in ('in_progress', 'paused')`,
  );
  for (const { runId, step } of rows) {
    await unlessRefused(() => execute(timekeeper, runId, { type: "gate.lapse", step }));
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
