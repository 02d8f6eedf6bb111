import { mkdtempSync, readFileSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { fold } from "#lib/domain/run/evolve/evolve.ts";
import { readLog, readRun } from "#lib/server/runs/read.ts";
import { endWorker, FOLDER, press, startWorker, type Trial, trial, until } from "./worker-process.ts";

/** Fault 3: every connection of the database is cut at each of the times that a worker waits for it in a run. */

export type Cut = { at: number; when: "before" | "after" };

const counts = mkdtempSync(path.join(FOLDER, "cuts-"));

/** How often a worker asks the database from its start until one attempt is over. */
export async function countAwaits(): Promise<number> {
  const { file } = await cutRun({ at: 0, when: "before" });
  return readFileSync(file, "utf8").length;
}

/** Cuts once. True when the run is over or waits for a decision, nothing is lost, and the command ran once at most. */
export async function cutAt(cut: Cut): Promise<boolean> {
  const { given } = await cutRun(cut);
  const run = await insist(async () => (await readRun(given.runId)).run);
  const { events } = await insist(() => readLog(given.runId, { after: "0", limit: 200 }));
  const whole = isDeepStrictEqual(fold(events), run) && events.every(({ seq }, i) => seq === i + 1);
  const starts = events.filter(({ event }) => event.type === "attempt.started").length;
  const status = run.steps[0]?.status;
  const did = status === "completed" ? given.effects() === 1 : status === "interrupted" && given.effects() <= 1;
  return whole && did && starts === 1;
}

async function cutRun({ at, when }: Cut): Promise<{ given: Trial; file: string }> {
  const given = await insist(() => trial("true"));
  const file = path.join(counts, `${given.runId}`);
  const worker = startWorker(given.siteId, ["--import=./faults/cut-at-await.js"], {
    CUT_AT: String(at),
    CUT_WHEN: when,
    CUT_COUNT: file,
  });
  try {
    await press(given);
    const status = () => given.status().catch(() => "away");
    await until("the attempt is over", async () => !["in_progress", "away"].includes((await status()) ?? "away"));
    return { given, file };
  } finally {
    await endWorker(worker);
  }
}

/** Our own connections are cut too: what only reads is asked again. */
async function insist<T>(read: () => Promise<T>): Promise<T> {
  for (let left = 5; ; left--) {
    try {
      return await read();
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}
