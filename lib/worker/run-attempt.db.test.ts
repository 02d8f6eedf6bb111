import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, inject, it, vi } from "vitest";
import { lastAttempt } from "#lib/domain/run/read-state.ts";
import { database } from "#lib/server/db.ts";
import type { AttemptJob } from "#lib/server/queue.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { readOutput } from "#lib/server/runs/output.ts";
import { readLog, readRun } from "#lib/server/runs/read.ts";
import { downloadOutput } from "#lib/server/runs/stream.ts";
import { oneCommand, person, started } from "#lib/server/testing/runs.ts";
import { createEquipment } from "#lib/worker/equipment.ts";
import { newIdentity, type WorkerIdentity } from "#lib/worker/identity.ts";
import { OutputRecorder } from "#lib/worker/output-recorder.ts";
import { runAttempt as attemptUntil } from "#lib/worker/run-attempt.ts";

const node = process.execPath;
const worker = newIdentity();
const stays = new AbortController().signal;
const runAttempt = async (by: WorkerIdentity, job: AttemptJob) => {
  const equipment = await createEquipment(by, stays);
  await attemptUntil(equipment, job);
  await equipment.close();
};

async function pressed(program: string, more: Record<string, unknown> = {}, ofStep: Record<string, unknown> = {}) {
  const commander = await person("commander");
  const run = await started(commander, oneCommand([node, "-e", program], more, ofStep));
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

  it("closes with the digest of what was stored, so that a changed output shows", async () => {
    const { job, step } = await pressed("console.log('one'); console.error('two')");
    await runAttempt(worker, job);
    const stored = (await readOutput(job)).map(({ text }) => text).join("");
    const digest = createHash("sha256").update(stored).digest("hex");
    expect(lastAttempt(await step())?.ended?.output?.sha256).toBe(digest);
    const { events } = await readLog(job.runId, { limit: 200 });
    expect(events.find(({ event }) => event.type === "attempt.finished")?.event).toMatchObject({
      output: { sha256: digest },
    });
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
    const { job, step, commander } = await pressed("", {}, { expected: { confirm: "The folder is there." } });
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

  it("by taking it twice is run once by the same worker too", async () => {
    const effects = mkdtempSync(path.join(inject("folder"), "effects-"));
    const { job, run } = await pressed(`require("node:fs").mkdtempSync(${JSON.stringify(`${effects}/effect-`)})`);
    await Promise.all([runAttempt(worker, job), runAttempt(worker, job)]);
    expect(readdirSync(effects)).toHaveLength(1);
    expect((await types(run.id)).filter((type) => type === "attempt.started")).toHaveLength(1);
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

describe("an attempt that cannot be recorded", () => {
  it("because its procedure cannot be read is given up, not tried for ever", async () => {
    const { job, run } = await pressed("");
    await database().pool.query("alter table procedure_version disable trigger all");
    await database().pool.query("update procedure_version set document = '{}' where id = $1", [run.procedureId]);
    await database().pool.query("alter table procedure_version enable trigger all");
    vi.resetModules(); // as after a start of the worker
    const cold = await import("#lib/worker/run-attempt.ts");
    const equipment = await createEquipment(worker, stays);
    await expect(cold.runAttempt(equipment, job)).rejects.toThrow(/format/);
  });
});

describe("the output of an attempt", () => {
  it("is stored whole when the database does not take it for a while", async () => {
    const { job } = await pressed("console.log('one'); setTimeout(() => console.log('two'), 500)");
    await database().pool.query(`
      create sequence tries;
      create function away() returns trigger language plpgsql as
        $$ begin perform nextval('tries'); raise exception using errcode = '57P03'; end $$;
      create trigger away before insert on attempt_output for each row execute function away()`);
    const running = runAttempt(worker, job);
    const tries = async () => (await database().pool.query("select last_value::int as n from tries")).rows[0].n;
    await expect.poll(tries).toBeGreaterThan(1);
    await database().pool.query("drop function away cascade");
    await running;
    expect((await readOutput(job)).map(({ text }) => text).join("")).toBe("one\ntwo\n");
  });

  it("that comes after its end is dropped", async () => {
    const { job } = await pressed("");
    const output = new OutputRecorder(job, [], (error) => expect.unreachable(String(error)));
    output.add("stdout", "one");
    await output.finish();
    output.add("stdout", "two");
    expect((await readOutput(job)).map(({ text }) => text)).toEqual(["one"]);
  });

  it("says that it was cut also where only a line was", async () => {
    const { job, step } = await pressed("process.stdout.write('x'.repeat(20_000) + '\\n')");
    await runAttempt(worker, job);
    expect(lastAttempt(await step())?.ended?.output).toMatchObject({ truncated: true, lines: 1 });
  });

  it("is cut at its limit with a mark that can be seen", { timeout: 30_000 }, async () => {
    const { job, step } = await pressed(
      "const line = 'x'.repeat(1023) + '\\n'; for (let i = 0; i < 12_000; i++) process.stdout.write(line)",
    );
    await runAttempt(worker, job);
    expect(lastAttempt(await step())?.ended?.output).toMatchObject({ truncated: true, bytes: 10 * 1_048_576 });
    const stored = await readOutput(job);
    expect(stored.at(-1)?.text).toContain("[truncated: the command wrote more than 10 MiB]");
    // However quick it wrote: what comes in one piece is read in one go, by whoever wants to press something meanwhile.
    expect(Math.max(...stored.map(({ text }) => text.length))).toBeLessThanOrEqual(131_072);
  });
});
