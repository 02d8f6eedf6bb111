import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, inject, it } from "vitest";
import { database } from "#lib/server/db.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { readOutput } from "#lib/server/runs/output.ts";
import { readRun } from "#lib/server/runs/read.ts";
import { oneCommand, person, started } from "#lib/server/testing/runs.ts";

const workers: ChildProcess[] = [];

/** A real worker process on this test's database. */
function startWorker(): ChildProcess {
  const worker = spawn(process.execPath, ["--conditions=react-server", "lib/worker/main.ts"], {
    env: { ...process.env, LOG_LEVEL: "error" },
    stdio: "inherit",
  });
  workers.push(worker);
  return worker;
}

afterEach(async () => {
  for (const worker of workers.splice(0)) {
    if (worker.exitCode !== null || worker.signalCode !== null) continue;
    worker.kill("SIGKILL");
    await once(worker, "exit");
  }
});

/** A run whose one step makes a file each time its command is begun, and then does `then`. */
async function pressed(then: string) {
  const effects = mkdtempSync(path.join(inject("folder"), "effects-"));
  const program = `require("node:fs").mkdtempSync(${JSON.stringify(`${effects}/effect-`)}); console.log("begun"); ${then}`;
  const commander = await person("commander");
  const run = await started(commander, oneCommand([process.execPath, "-e", program]));
  const { id: runId } = run;
  await execute(commander, runId, { type: "step.start", step: "1" });
  const status = async () => (await readRun(runId)).run.steps[0]?.status;
  return { runId, commander, status, effects: () => readdirSync(effects).length };
}

const patiently = { timeout: 30_000, interval: 50 };

describe("a worker process", { timeout: 60_000 }, () => {
  it("takes what is queued, runs it, and says goodbye when asked to stop", async () => {
    const worker = startWorker();
    const { status, effects } = await pressed("");
    await expect.poll(status, patiently).toBe("completed");
    expect(effects()).toBe(1);
    worker.kill("SIGTERM");
    expect(await once(worker, "exit")).toEqual([0, null]);
    const { rows } = await database().pool.query("select 1 from worker where stopped_at is null");
    expect(rows).toEqual([]);
  });

  it("that is killed in mid-command leaves its outcome unknown, and nobody runs it again by himself", async () => {
    const first = startWorker();
    const { runId, status, effects, commander } = await pressed("setTimeout(() => {}, 4000)");
    await expect.poll(async () => (await readOutput({ runId, step: "1", attempt: 1 })).length, patiently).toBe(1);
    const second = startWorker();
    first.kill("SIGKILL");
    await expect.poll(status, patiently).toBe("interrupted");
    expect(effects()).toBe(1);

    const again = { type: "step.retry", step: "1" } as const;
    await expect(execute(commander, runId, again)).rejects.toMatchObject({ extras: { rejection: "reason_required" } });
    await execute(commander, runId, { ...again, reason: "looked at the host: it had stopped" });
    await expect.poll(status, patiently).toBe("completed");
    expect(effects()).toBe(2);
    second.kill("SIGTERM");
    await once(second, "exit");
  });

  it("that is stopped in mid-command waits for what is soon over, and tells how it ended", async () => {
    const worker = startWorker();
    const { runId, status, effects } = await pressed("setTimeout(() => {}, 1500)");
    await expect.poll(async () => (await readOutput({ runId, step: "1", attempt: 1 })).length, patiently).toBe(1);
    worker.kill("SIGTERM");
    expect(await once(worker, "exit")).toEqual([0, null]);
    expect([await status(), effects()]).toEqual(["completed", 1]);
  });

  it("that is stopped in mid-command says that nobody knows its outcome, and ends", async () => {
    const worker = startWorker();
    const { runId, status, effects } = await pressed("setTimeout(() => {}, 20_000)");
    await expect.poll(async () => (await readOutput({ runId, step: "1", attempt: 1 })).length, patiently).toBe(1);
    worker.kill("SIGTERM");
    expect(await once(worker, "exit")).toEqual([0, null]);
    expect(await status()).toBe("interrupted");
    expect(effects()).toBe(1);
  });

  it("goes on when the connections of its database are cut", async () => {
    startWorker();
    const { runId, status, effects } = await pressed("setTimeout(() => {}, 2000)");
    await expect.poll(async () => (await readOutput({ runId, step: "1", attempt: 1 })).length, patiently).toBe(1);
    await database().pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
    await expect.poll(status, patiently).toBe("completed");
    expect(effects()).toBe(1);
  });
});
