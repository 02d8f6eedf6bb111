import { parseArgs } from "node:util";
import { watchSchedules } from "#lib/server/checks/schedules.ts";
import { disconnect } from "#lib/server/db.ts";
import { closeHub } from "#lib/server/live/hub.ts";
import { log } from "#lib/server/log.ts";
import type { Job } from "#lib/server/queue.ts";
import { watchLeases } from "#lib/server/runs/watch-leases.ts";
import { askTarget } from "#lib/worker/ask-target.ts";
import { boundSites } from "#lib/worker/bound-sites.ts";
import { createEquipment } from "#lib/worker/equipment.ts";
import { keepSaying, newIdentity, sayGoodbye, sayHello } from "#lib/worker/identity.ts";
import { insist } from "#lib/worker/insist.ts";
import { keepSealing } from "#lib/worker/keep-sealing.ts";
import { runAttempt } from "#lib/worker/run-attempt.ts";
import { runCheck } from "#lib/worker/run-check.ts";
import { takeJobs } from "#lib/worker/take-jobs.ts";

/** The worker process: does what is queued for its sites, and watches for workers that fell silent. */

const { values } = parseArgs({
  options: {
    sites: { type: "string" },
    /** How long running commands may take to end after a signal; what is not over then goes on without a worker. */
    "drain-seconds": { type: "string", default: "8" },
  },
});

process.on("unhandledRejection", (error) => log.error({ error }, "unhandled"));

const worker = newIdentity(await insist(() => boundSites(values.sites)).catch(refuse));
const leaving = new AbortController();
const equipment = await createEquipment(worker, leaving.signal);

await insist(() => sayHello(worker)).catch(refuse);
const stopSaying = keepSaying(worker, (error) => log.warn({ error }, "the database did not hear this worker"));
const stopWatching = watchLeases();
const stopAsking = watchSchedules();
const stopSealing = await keepSealing(worker.id).catch(refuse);
const taker = takeJobs({ ...worker, place: equipment.place }, perform);
log.info({ worker: worker.name, sites: values.sites ?? "every site" }, "worker ready");

function perform(job: Job): Promise<void> {
  switch (job.kind) {
    case "attempt":
      return runAttempt(equipment, job);
    case "ask":
      return askTarget(equipment, job);
    case "check":
      return runCheck(equipment, job);
  }
}

function refuse(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

let stopping = false;
async function stop(why: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ why }, "worker stops: it takes nothing more and waits for what it runs");
  const tooLong = setTimeout(() => leaving.abort(), Number(values["drain-seconds"]) * 1_000);
  await taker.drain();
  clearTimeout(tooLong);
  stopWatching();
  stopAsking();
  stopSealing();
  stopSaying();
  await equipment.close();
  await sayGoodbye(worker);
  await closeHub();
  await disconnect();
  process.exit(0);
}

for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(signal));
process.on("disconnect", () => void stop("the launcher is gone"));
