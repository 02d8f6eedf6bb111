import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Command } from "#lib/domain/run/command.ts";
import { fold } from "#lib/domain/run/evolve/evolve.ts";
import { AppError } from "#lib/server/errors.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { readLog, readRun } from "#lib/server/runs/read.ts";
import { count, endWorker, press, startWorker, trial, until } from "./worker-process.ts";

/** Fault 2: a worker that is stopped beyond its lease, decided without, and comes back. True when it changed nothing. */
export async function stopWorker(): Promise<boolean> {
  const given = await trial("sleep 0.2");
  const worker = startWorker(given.siteId);
  try {
    await press(given);
    await until("the command is begun", () => given.effects() > 0);
    worker.kill("SIGSTOP");
    await until("its outcome is unknown", async () => (await given.status()) === "interrupted");
    await execute(given.commander, given.runId, { type: "step.fail", step: "1", reason: "looked: it had not worked" });
    const decided = (await readRun(given.runId)).run;
    const seen = "worker where $1 = any(site_ids) and last_seen_at > clock_timestamp() - interval '1 second'";
    await until("it is silent", async () => (await count(seen, [given.siteId])) === 0);
    worker.kill("SIGCONT");
    await until("it is back", async () => (await count(seen, [given.siteId])) > 0);
    // It takes its next job only after it has reported the last one, or tried to.
    await execute(given.commander, given.runId, { type: "step.retry", step: "1" });
    await until("it has done the next attempt", async () => (await given.status()) === "completed");
    const first = (await readRun(given.runId)).run.steps[0]?.attempts[0];
    return given.effects(1) === 1 && JSON.stringify(first) === JSON.stringify(decided.steps[0]?.attempts[0]);
  } finally {
    await endWorker(worker);
  }
}

/** Sends a command until it is answered, under one key. */
async function insistent(send: (key: string) => Promise<unknown>): Promise<void> {
  const key = randomUUID();
  for (;;) {
    try {
      await send(key);
      return;
    } catch (error) {
      if (error instanceof AppError) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** Fault 3: every connection of the database is cut again and again in the middle of a run. True when nothing is lost or done twice. */
export async function cutConnections(cuts: number): Promise<boolean> {
  const given = await trial("sleep 0.3");
  const worker = startWorker(given.siteId);
  const control = await import("pg").then(
    ({ default: pg }) => new pg.Client({ connectionString: process.env.DATABASE_URL }),
  );
  await control.connect();
  const send = (command: Command) => insistent((key) => execute(given.commander, given.runId, command, key));
  let left = cuts;
  const cutting = setInterval(() => {
    left -= 1;
    if (left <= 0) clearInterval(cutting);
    control
      .query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
      )
      .catch(() => undefined);
  }, 80);
  try {
    await send({ type: "step.start", step: "1" });
    for (let i = 0; left > 0; i++) await send({ type: "note.add", text: `note ${i}` });
    const status = () => given.status().catch(() => "away");
    await until("the step is over", async () => !["in_progress", "away"].includes((await status()) ?? "away"), 60_000);
    const { run } = await readRun(given.runId);
    const events = await wholeLog(given.runId);
    const notes = events.flatMap(({ event }) => (event.type === "note.added" ? [event.text] : []));
    const whole = isDeepStrictEqual(fold(events), run) && events.every(({ seq }, i) => seq === i + 1);
    return whole && new Set(notes).size === notes.length && given.effects() <= 1;
  } finally {
    clearInterval(cutting);
    await control.end();
    await endWorker(worker);
  }
}

async function wholeLog(runId: string) {
  const events = [];
  for (let after: string | null = "0"; after !== null; ) {
    const page = await readLog(runId, { after, limit: 200 });
    events.push(...page.events);
    after = page.next;
  }
  return events;
}

/** Fault 9: the clock of the worker is an hour ahead. True when nothing expires early, nor late. */
export async function wrongClock(): Promise<boolean> {
  const given = await trial("sleep 8");
  const worker = startWorker(given.siteId, ["--import=./faults/clock-an-hour-ahead.js"]);
  try {
    await press(given);
    await until("the step is over", async () => (await given.status()) !== "in_progress", 40_000);
    const inTime = (await given.status()) === "completed";
    const next = await trial("sleep 30");
    const lost = startWorker(next.siteId, ["--import=./faults/clock-an-hour-ahead.js"]);
    await press(next);
    await until("the command is begun", () => next.effects() > 0);
    await endWorker(lost);
    const shown = await until("its outcome is unknown", async () => (await next.status()) === "interrupted");
    return inTime && shown < 10_000;
  } finally {
    await endWorker(worker);
  }
}
