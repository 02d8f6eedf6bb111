import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Person } from "#lib/domain/actor.ts";
import { database } from "#lib/server/db.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { readRun } from "#lib/server/runs/read.ts";
import { oneCommand, person, started } from "#lib/server/testing/runs.ts";

/** Real worker processes, and runs whose one command leaves something behind each time it is begun. */

export type Worker = {
  process: ChildProcess;
  name: string;
  kill: (signal: NodeJS.Signals) => void;
  gone: Promise<unknown>;
};

/** Of all that the faults leave behind; it goes with them. */
export const FOLDER = process.env.DATA_DIR ?? "";

const receipts = mkdtempSync(path.join(FOLDER, "receipts-"));

/** A worker bound to one site, so that trials beside each other do not help each other out. */
export function startWorker(
  siteId: string,
  flags: readonly string[] = [],
  more: Readonly<Record<string, string>> = {},
): Worker {
  const child = spawn(process.execPath, [...flags, "--conditions=react-server", "faults/bound-worker.ts", siteId], {
    env: { ...process.env, DATA_DIR: receipts, LOG_LEVEL: "silent", ...more },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  const gone = once(child, "exit").finally(() => process.off("exit", end));
  return { process: child, name: String(child.pid), kill: (signal) => child.kill(signal), gone };
}

export async function endWorker(worker: Worker): Promise<void> {
  worker.kill("SIGKILL");
  await worker.gone;
}

export type Trial = {
  commander: Person;
  runId: string;
  siteId: string;
  status: () => Promise<string | undefined>;
  /** How often the command of an attempt was begun. */
  effects: (attempt?: number) => number;
  /** Whether the command of the first attempt has ended, whoever knows of it. */
  ended: () => boolean;
};

/** A started run of one step, whose command leaves a folder and then does `then`. */
export async function trial(then: string, more: Record<string, unknown> = {}): Promise<Trial> {
  const folder = mkdtempSync(path.join(FOLDER, "effects-"));
  const script = `mktemp -d "${folder}/attempt-$SWITCHOVER_ATTEMPT-XXXXXX" >/dev/null; ${then}`;
  const commander = await person("commander");
  const run = await started(commander, oneCommand(["/bin/sh", "-c", script], more));
  const siteId = run.sites.source?.id ?? "";
  return {
    commander,
    runId: run.id,
    siteId,
    status: async () => (await readRun(run.id)).run.steps[0]?.status,
    effects: (attempt = 1) => readdirSync(folder).filter((name) => name.startsWith(`attempt-${attempt}-`)).length,
    ended: () => endedIn(path.join(receipts, "receipts", run.id, "1", "1", "exit")),
  };
}

export const press = ({ commander, runId }: Trial) => execute(commander, runId, { type: "step.start", step: "1" });

function endedIn(file: string): boolean {
  try {
    return readFileSync(file, "utf8").endsWith("\n");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}

const LOOK_MILLISECONDS = 5;

/** Milliseconds until it holds. Throws when it does not within the time. */
export async function until(what: string, holds: () => Promise<boolean> | boolean, within = 30_000): Promise<number> {
  const began = performance.now();
  while (!(await holds())) {
    if (performance.now() - began > within) throw new Error(`Not within ${within} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS));
  }
  return performance.now() - began;
}

export async function count(sql: string, values: unknown[]): Promise<number> {
  const { rows } = await database().pool.query<{ n: number }>(`select count(*)::int as n from ${sql}`, values);
  return rows[0]?.n ?? 0;
}
