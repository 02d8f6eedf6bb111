import { database } from "#lib/server/db.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { count, endWorker, press, startWorker, type Trial, trial, until } from "./worker-process.ts";

/** Fault 1: kill -9 of the worker, at each moment of an attempt. */

export type Killed = {
  moment: string;
  /** How often its command was begun. */
  effects: number;
  /** Milliseconds from the kill until nothing is shown as running any more. */
  shownWithin: number;
  /** What the step came to in the end, and whether that is what happened. */
  end: string;
  true: boolean;
};

type Moment = (given: Trial) => Promise<number>;

/** Holds the row of the run, so that whoever wants to write about it waits, until it is let go. */
async function holdRun(runId: string): Promise<() => Promise<void>> {
  const tx = await database().pool.connect();
  await tx.query("begin");
  await tx.query("set local idle_in_transaction_session_timeout = 0");
  await tx.query("select from run where id = $1 for update", [runId]);
  return async () => {
    await tx.query("rollback");
    tx.release();
  };
}

const claimed = ({ runId }: Trial) => count("job where run_id = $1 and claimed_by is not null", [runId]);
const leased = ({ runId }: Trial) => count("lease where run_id = $1", [runId]);

/** Each brings the attempt to its moment, kills the worker there, and answers when that was. */
const moments: Record<string, Moment> = {
  "before it claims": async (given) => {
    const worker = startWorker(given.siteId);
    await until(
      "the worker is there",
      async () => (await count("worker where $1 = any(site_ids)", [given.siteId])) > 0,
    );
    await endWorker(worker);
    await press(given);
    return performance.now();
  },
  "after it has claimed": async (given) => {
    await press(given);
    const letGo = await holdRun(given.runId);
    const worker = startWorker(given.siteId);
    await until("the attempt is claimed", async () => (await claimed(given)) > 0);
    await endWorker(worker);
    const killedAt = performance.now();
    await letGo();
    return killedAt;
  },
  "after it has begun": async (given) => {
    const worker = startWorker(given.siteId);
    await press(given);
    await until("the attempt is begun", async () => (await leased(given)) > 0);
    await endWorker(worker);
    return performance.now();
  },
  "in mid-command": async (given) => {
    const worker = startWorker(given.siteId);
    await press(given);
    await until("the command is begun", () => given.effects() > 0);
    await endWorker(worker);
    return performance.now();
  },
  "before it reports": async (given) => {
    const worker = startWorker(given.siteId);
    await press(given);
    await until("the command is begun", () => given.effects() > 0);
    const letGo = await holdRun(given.runId);
    await until("the command has ended", () => given.ended());
    await endWorker(worker);
    const killedAt = performance.now();
    await letGo();
    return killedAt;
  },
};

export const MOMENTS = Object.keys(moments);

/** One trial. Somebody has to watch the leases meanwhile, as every web process does. */
export async function killWorker(moment: string): Promise<Killed> {
  const given = await trial("sleep 0.5");
  const killedAt = (await moments[moment]?.(given)) ?? 0;
  // Queued is not running: an attempt that provably did not begin waits for another worker.
  const running = async () => (await leased(given)) > 0;
  await until("nothing is shown as running", async () => !(await running()), 20_000);
  const shownWithin = performance.now() - killedAt;
  const unknown = (await given.status()) === "interrupted";
  const second = startWorker(given.siteId);
  try {
    if (unknown) await askUntilKnown(given);
    else await until("another worker has done it", async () => (await given.status()) === "completed");
  } finally {
    await endWorker(second);
  }
  const end = (await given.status()) ?? "";
  const effects = given.effects();
  return { moment, effects, shownWithin, end, true: effects === (end === "completed" ? 1 : 0) };
}

/** While it still runs, the host says so and is asked again. */
async function askUntilKnown({ commander, runId, status }: Trial): Promise<void> {
  await until("the host has told", async () => {
    if ((await status()) !== "interrupted") return true;
    const asked = await count("job where run_id = $1 and kind = 'ask'", [runId]);
    if (asked === 0) await execute(commander, runId, { type: "step.ask", step: "1" }).catch(() => undefined);
    return false;
  });
}
