import { EventEmitter } from "node:events";
import { Logger, type Runner, run, type TaskList, type WorkerEvents } from "graphile-worker";
import { disconnect } from "#lib/server/db.ts";
import { env } from "#lib/server/env.ts";
import { closeHub } from "#lib/server/live/hub.ts";
import { log } from "#lib/server/log.ts";
import { ATTEMPT_TASK, type AttemptJob } from "#lib/server/runs/effects.ts";
import { watchLeases } from "#lib/server/runs/watch-leases.ts";
import { keepSaying, newIdentity, sayGoodbye, sayHello } from "#lib/worker/identity.ts";
import { insist } from "#lib/worker/insist.ts";
import { PatientPool } from "#lib/worker/patient-pool.ts";
import { runAttempt } from "#lib/worker/run-attempt.ts";

/** The worker process: takes attempts from the queue, runs their commands, and watches for workers that fell silent. */

const COMMANDS_AT_ONCE = 16;
const POLL_MILLISECONDS = 2_000;
const GRACE_MILLISECONDS = 3_000;

const worker = newIdentity();
const pool = new PatientPool({ connectionString: env("DATABASE_URL"), max: 6, keepAlive: true });
pool.on("error", (error) => log.warn({ error }, "a queue connection was lost"));
pool.on("connect", (client) => client.on("error", (error) => log.warn({ error }, "a queue connection was lost")));
// The queue reports a finished job on a connection that may be gone; without this the process would end with it.
process.on("unhandledRejection", (error) => log.error({ error }, "unhandled"));

const tasks: TaskList = {
  [ATTEMPT_TASK]: async (payload, helpers) => {
    const { abortSignal } = helpers;
    await runAttempt(worker, payload as AttemptJob, abortSignal);
  },
};

async function start(): Promise<Runner> {
  return run({
    pgPool: pool,
    taskList: tasks,
    parsedCronItems: [],
    noHandleSignals: true,
    concurrency: COMMANDS_AT_ONCE,
    pollInterval: POLL_MILLISECONDS,
    gracefulShutdownAbortTimeout: GRACE_MILLISECONDS,
    events: new EventEmitter() as WorkerEvents,
    logger: new Logger(() => (level, message) => log[level === "warning" ? "warn" : level]?.(message)),
  });
}

await insist(() => sayHello(worker));
const stopSaying = keepSaying(worker, (error) => log.warn({ error }, "the database did not hear this worker"));
const stopWatching = watchLeases();
const runner = await start();
log.info({ worker: worker.name }, "worker ready");

let stopping = false;
async function stop(why: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ why }, "worker stops");
  stopWatching();
  await runner.stop();
  stopSaying();
  await sayGoodbye(worker);
  await closeHub();
  await disconnect();
  pool.stop();
  await pool.end();
  process.exit(0);
}

for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(signal));
process.on("disconnect", () => void stop("the launcher is gone"));
