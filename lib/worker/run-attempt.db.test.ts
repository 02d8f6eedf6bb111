import { describe, expect, it } from "vitest";
import { lastAttempt } from "#lib/domain/run/state.ts";
import { database } from "#lib/server/db.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { readOutput } from "#lib/server/runs/output.ts";
import { readLog, readRun } from "#lib/server/runs/read.ts";
import { downloadOutput } from "#lib/server/runs/stream.ts";
import { oneCommand, person, started } from "#lib/server/testing/runs.ts";
import { newIdentity } from "#lib/worker/identity.ts";
import { runAttempt } from "#lib/worker/run-attempt.ts";

const node = process.execPath;
const worker = newIdentity();

async function pressed(program: string, more: Record<string, unknown> = {}) {
  const commander = await person("commander");
  const run = await started(commander, oneCommand([node, "-e", program], more));
  await execute(commander, run.id, { type: "step.start", step: "1" });
  const job = { runId: run.id, step: "1", attempt: 1 };
  const step = async () => {
    const [state] = (await readRun(run.id)).run.steps;
    if (!state) throw new Error("the run has no step");
    return state;
  };
  return { commander, run, job, step };
}

const types = async (runId: string) => (await readLog(runId, { limit: 200 })).events.map(({ event }) => event.type);

describe("an attempt", () => {
  it("is queued once, with what it will run", async () => {
    const { job } = await pressed("process.exit(0)");
    const { rows } = await database().pool.query(
      "select task_identifier, max_attempts from graphile_worker.jobs where key = $1",
      [`${job.runId}/1/1`],
    );
    expect(rows).toEqual([{ task_identifier: "attempt", max_attempts: 1 }]);
  });

  it("that ends with 0 completes its step and keeps what it wrote", async () => {
    const { job, step, run } = await pressed("console.log('one'); console.error('two')");
    await runAttempt(worker, job);
    const { status, attempts } = await step();
    expect(status).toBe("completed");
    expect(attempts[0]).toMatchObject({
      conduct: "command",
      begun: { worker: worker.name },
      ended: { result: { kind: "exited", code: 0 }, output: { lines: 2, bytes: 8, truncated: false } },
    });
    expect((await readOutput(job)).map(({ text }) => text).sort()).toEqual(["one\n", "two\n"]);
    expect(await types(run.id)).toEqual([
      "run.created",
      "run.started",
      "step.readied",
      "step.started",
      "attempt.started",
      "attempt.finished",
      "step.completed",
      "run.completed",
    ]);
    expect((await database().pool.query("select 1 from lease where run_id = $1", [run.id])).rowCount).toBe(0);
  });

  it("can be downloaded as text", async () => {
    const { job, run } = await pressed("console.log('a line')");
    await runAttempt(worker, job);
    const answer = await downloadOutput({ id: run.id, number: "1", attempt: 1 });
    expect(await answer.text()).toBe("a line\n");
    expect(answer.headers.get("content-disposition")).toContain(`-step-1-attempt-1.txt`);
    await expect(downloadOutput({ id: run.id, number: "1", attempt: 2 })).rejects.toMatchObject({ code: "not_found" });
  });

  it("that ends with another code fails its step, and is tried again as attempt 2", async () => {
    const { job, step, commander } = await pressed("process.exit(4)");
    await runAttempt(worker, job);
    expect(await step()).toMatchObject({ status: "failed", reason: "The command ended with exit code 4." });
    await execute(commander, job.runId, { type: "step.retry", step: "1" });
    await runAttempt(worker, { ...job, attempt: 2 });
    const { attempts } = await step();
    expect(attempts.map(({ number }) => number)).toEqual([1, 2]);
  });
});

describe("an attempt that needs a person", () => {
  it("is confirmed by one where the step says so", async () => {
    const { job, step, commander } = await pressed("", { confirm: "The folder is there." });
    await runAttempt(worker, job);
    expect((await step()).status).toBe("awaiting_confirmation");
    await execute(commander, job.runId, { type: "step.complete", step: "1" });
    expect((await step()).status).toBe("completed");
  });

  it("whose time is up says so", async () => {
    const { job, step } = await pressed("setInterval(() => {}, 1000)", { timeoutSeconds: 1 });
    await runAttempt(worker, job);
    expect(await step()).toMatchObject({
      status: "timed_out",
      reason: "The time was up; the process is known to be gone.",
    });
  });

  it("is canceled while it runs", async () => {
    const { job, step, commander, run } = await pressed("console.log('running'); setInterval(() => {}, 1000)");
    const running = runAttempt(worker, job);
    await expect.poll(async () => (await readOutput(job)).length).toBe(1);
    await execute(commander, run.id, { type: "step.cancel", step: "1" });
    expect((await step()).status).toBe("canceling");
    await running;
    expect(await step()).toMatchObject({
      status: "canceled",
      reason: "Canceled; the process is known to be gone.",
    });
  });
});

describe("an attempt that somebody else has decided", () => {
  it("by canceling it before a worker took it is never run", async () => {
    const { job, step, commander, run } = await pressed("console.log('ran')");
    await execute(commander, run.id, { type: "step.cancel", step: "1" });
    await runAttempt(worker, job);
    expect((await step()).status).toBe("canceled");
    expect(await readOutput(job)).toEqual([]);
  });

  it("by taking it first is run once", async () => {
    const { job, run } = await pressed("console.log('ran')");
    await Promise.all([runAttempt(worker, job), runAttempt(newIdentity(), job)]);
    expect((await types(run.id)).filter((type) => type === "attempt.started")).toHaveLength(1);
    expect((await readOutput(job)).map(({ text }) => text)).toEqual(["ran\n"]);
  });

  it("by saying how it ended reports in vain", async () => {
    const { job, step, commander, run } = await pressed("console.log('running'); setTimeout(() => {}, 1500)");
    const running = runAttempt(worker, job);
    await expect.poll(async () => (await readOutput(job)).length).toBe(1);
    const lost = { type: "attempt.lose", step: "1", attempt: 1, reason: "the worker was lost" } as const;
    await execute({ kind: "system", name: "a watcher" }, run.id, lost);
    expect((await step()).status).toBe("interrupted");
    await execute(commander, run.id, {
      type: "step.override",
      step: "1",
      reason: "looked at the host",
      evidence: "the folder is there",
    });
    const decided = await readRun(run.id);
    await running;
    expect((await readRun(run.id)).run).toEqual(decided.run);
    expect(lastAttempt(await step())?.ended?.result).toBeUndefined();
  });
});

describe("the output of an attempt", () => {
  it("is cut at its limit with a mark that can be seen", { timeout: 30_000 }, async () => {
    const { job, step } = await pressed(
      "const line = 'x'.repeat(65535) + '\\n'; for (let i = 0; i < 200; i++) process.stdout.write(line)",
    );
    await runAttempt(worker, job);
    expect(lastAttempt(await step())?.ended?.output).toMatchObject({ truncated: true, bytes: 10 * 1_048_576 });
    expect((await readOutput(job)).at(-1)?.text).toContain("[truncated: the command wrote more than 10 MiB]");
  });
});
