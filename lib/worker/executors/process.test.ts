import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { ProcessWork } from "#lib/domain/way/command.ts";
import type { Order } from "#lib/worker/executor.ts";
import { createProcessExecutor } from "#lib/worker/executors/process.ts";
import { isGroupAlive } from "#lib/worker/process-group.ts";
import { claim, folderOf } from "#lib/worker/receipts/receipt.ts";
import { MOST_KEPT_BYTES, SUPERVISOR } from "#lib/worker/receipts/supervisor.ts";
import { tidyReceipts } from "#lib/worker/receipts/tidy.ts";
import { hiddenOf, orderOf } from "#lib/worker/testing/orders.ts";

const folder = mkdtempSync(path.join(tmpdir(), "switchover-receipts-"));
const executor = createProcessExecutor(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sh = (script: string): ProcessWork => ({ way: "process", argv: ["/bin/sh", "-c", script] });
const order = (work: ProcessWork, change: Partial<Order<ProcessWork>> = {}) =>
  orderOf(work, { hidden: hiddenOf({ password: "s3cret-word" }), ...change });
const run = (work: ProcessWork, change: Partial<Order<ProcessWork>> = {}) => executor.run(order(work, change));
const receiptOf = ({ id }: Pick<Order<ProcessWork>, "id">, name: string) =>
  readFileSync(path.join(folderOf(folder, id), name), "utf8");

/** A worker that does one order, and passes on what it says. */
const WORKER = `
  import { createProcessExecutor } from "#lib/worker/executors/process.ts";
  const { folder, ...order } = JSON.parse(process.argv[1]);
  const never = new AbortController().signal;
  await createProcessExecutor(folder).run({
    ...order, timeoutSeconds: 60, variables: {}, hidden: {}, canceled: never, leaving: never,
    onOutput: (_, text) => process.stdout.write(text),
  });
`;

describe("a command on the worker's machine", () => {
  it.each([
    ["0", "exit 0", { kind: "exited", code: 0 }],
    ["any other code", "exit 17", { kind: "exited", code: 17 }],
    ["a signal, as a shell tells it", "kill -KILL $$", { kind: "exited", code: 137 }],
  ])("ends with %s", async (_, script, ended) => {
    expect(await run(sh(script))).toEqual({ kind: "ended", ended });
  });

  it("tells both streams apart, and keeps a character whole that comes in two parts", async () => {
    const given = order(sh("printf '\\303'; sleep 0.2; printf '\\251\\n'; echo oh >&2"));
    await executor.run(given);
    expect(given.written).toEqual({ stdout: "é\n", stderr: "oh\n" });
  });

  it("sees a clean environment, what it is told of its run, and its secrets, which no list of processes shows", async () => {
    const work: ProcessWork = {
      ...sh('ps -Ao args= | grep -c "s3cret-[w]ord"; env | grep -v "^\\(PWD\\|_\\|SHLVL\\|OLDPWD\\)=" | sort'),
      env: { PASSWORD: { secret: "password" } },
    };
    const given = order(work, { variables: { SWITCHOVER_STEP: "1" } });
    await executor.run(given);
    expect(given.written.stdout.split("\n").map((line) => line.split("=")[0])).toEqual([
      "0",
      "LANG",
      "PASSWORD",
      "PATH",
      "SWITCHOVER_STEP",
      "",
    ]);
  });

  it.each([
    ["a program that is not there", ["/no/such/program"], /there is no program/],
    ["a file that cannot be executed", ["/etc/passwd"], /cannot be executed/],
    ["a folder", ["/etc"], /cannot be executed/],
    ["no program at all", [""], /is empty/],
    ["what only a shell has", ["export", "A=1"], /there is no program/],
    ["more words than the system takes", ["/bin/true", "x".repeat(3_000_000)], /E2BIG/],
  ])("is not run: %s", async (_, argv, message) => {
    const outcome = await run({ way: "process", argv });
    expect(outcome).toMatchObject({ ended: { kind: "not_run", message: expect.stringMatching(message) } });
  });

  it("is not run without a secret that it needs", async () => {
    const work: ProcessWork = { ...sh("echo ran"), env: { TOKEN: { credential: "token" } } };
    expect(await run(work)).toMatchObject({ ended: { kind: "not_run", message: 'The worker has no "token".' } });
  });

  it("says that it left processes behind", async () => {
    const given = order(sh("sleep 20 & echo $$"));
    expect(await executor.run(given)).toEqual({
      kind: "ended",
      ended: { kind: "exited", code: 0, leftBehind: true },
    });
    process.kill(-Number(receiptOf(given, "pid")), "SIGKILL");
  });
});

describe("a command that is to end", { timeout: 30_000 }, () => {
  it("by its time is ended with all it started, also when it ignores being asked", async () => {
    const given = order(sh("trap '' TERM; sleep 60 & wait; sleep 60"), { timeoutSeconds: 1 });
    expect(await executor.run(given)).toEqual({ kind: "ended", ended: { kind: "timed_out", gone: true } });
    expect(isGroupAlive(Number(receiptOf(given, "pid")))).toBe(false);
  });

  it("by a person is ended", async () => {
    const given = order(sh("echo on; sleep 60"));
    const running = executor.run(given);
    await expect.poll(() => given.written.stdout).toBe("on\n");
    given.cancel();
    expect(await running).toEqual({ kind: "ended", ended: { kind: "canceled", gone: true } });
  });

  it("by a person while it is being begun is ended too", async () => {
    const given = order({ ...sh("sleep 60"), env: { A: { credential: "slow" } } });
    const slow = { ...given.hidden, credential: async () => "x" };
    const running = executor.run({ ...given, hidden: slow });
    await expect.poll(() => existsSync(folderOf(folder, given.id))).toBe(true);
    given.cancel();
    expect(await running).toMatchObject({ kind: "ended", ended: { kind: expect.stringMatching(/canceled|not_run/) } });
  });

  it("before it began is not run", async () => {
    const given = order(sh("echo on"));
    given.cancel();
    expect(await executor.run(given)).toMatchObject({ ended: { kind: "not_run" } });
    expect(given.written.stdout).toBe("");
  });

  it("goes on when the worker leaves, and its receipt tells how it ended and what it wrote", async () => {
    const go = path.join(folder, "go");
    const given = order(sh(`echo on; while [ ! -e '${go}' ]; do sleep 0.05; done; echo off; exit 4`));
    const running = executor.run(given);
    await expect.poll(() => given.written.stdout).toBe("on\n");
    given.leave();
    expect(await running).toMatchObject({ kind: "unknown", reason: expect.stringContaining("It goes on") });
    const ask = () => executor.ask?.({ ...given, onOutput: () => undefined });
    expect(await ask()).toEqual({ kind: "running" });
    writeFileSync(go, "");
    await expect.poll(ask).toMatchObject({ kind: "ended", code: 4 });
    const again = order(given.work, { id: given.id });
    await executor.ask?.(again);
    expect(again.written.stdout).toBe("on\noff\n");
  });
});

describe("an attempt whose worker is killed in the middle of it", () => {
  it("goes on to its end, which its receipt tells", async () => {
    const go = path.join(folder, "go-on-alone");
    const given = order(sh(`echo on; while [ ! -e '${go}' ]; do sleep 0.05; done; echo off; exit 6`));
    const { id, work } = given;
    const worker = spawn(process.execPath, ["--input-type=module", "-e", WORKER, JSON.stringify({ folder, id, work })]);
    await once(worker.stdout, "data");
    worker.kill("SIGKILL");
    await once(worker, "exit");
    expect(await executor.ask?.(given)).toEqual({ kind: "running" });
    writeFileSync(go, "");
    await expect.poll(() => executor.ask?.(order(work, { id }))).toMatchObject({ kind: "ended", code: 6 });
    await executor.ask?.(given);
    expect(given.written.stdout).toBe("on\noff\n");
    expect(await executor.run(order(work, { id }))).toMatchObject({ ended: { kind: "not_run" } });
  });
});

describe("an attempt", () => {
  it("is begun once, whoever thinks it is his to begin", async () => {
    const given = order(sh("echo ran"));
    const outcomes = await Promise.all([executor.run(given), executor.run(given), executor.run(given)]);
    const kinds = outcomes.map((outcome) => outcome.kind === "ended" && outcome.ended.kind);
    expect(kinds.toSorted()).toEqual(["exited", "not_run", "not_run"]);
    expect(given.written.stdout).toBe("ran\n");
  });

  it("is not begun when a later one of its step has", async () => {
    const { id } = order(sh("exit 0"));
    await run(sh("exit 0"), { id: { ...id, attempt: 3 } });
    const older = order(sh("echo ran"), { id: { ...id, attempt: 2 } });
    expect(await executor.run(older)).toMatchObject({ ended: { kind: "not_run" } });
    expect(older.written.stdout).toBe("");
    expect(await executor.ask?.(older)).toEqual({ kind: "not_begun" });
  });

  it("that was never begun is claimed by asking, so that it never will be", async () => {
    const given = order(sh("echo ran"));
    expect(await executor.ask?.(given)).toEqual({ kind: "not_begun" });
    expect(await executor.run(given)).toMatchObject({ ended: { kind: "not_run" } });
    expect(given.written.stdout).toBe("");
  });

  it("whose process was killed without a word left nothing to tell", async () => {
    const given = order(sh("echo on; sleep 60"));
    const running = executor.run(given);
    await expect.poll(() => given.written.stdout).toBe("on\n");
    process.kill(-Number(receiptOf(given, "pid")), "SIGKILL");
    expect(await running).toEqual({ kind: "ended", ended: { kind: "signaled", signal: "SIGKILL" } });
    await expect.poll(() => executor.ask?.(given)).toEqual({ kind: "gone" });
  });

  it("goes on, and nobody knows its end, when only what was to note it is killed", async () => {
    const given = order(sh("echo on; sleep 60"));
    const running = executor.run(given);
    await expect.poll(() => given.written.stdout).toBe("on\n");
    const leader = Number(receiptOf(given, "pid"));
    process.kill(leader, "SIGKILL");
    expect(await running).toMatchObject({ kind: "unknown", reason: expect.stringContaining("goes on") });
    expect(await executor.ask?.(given)).toEqual({ kind: "running" });
    process.kill(-leader, "SIGKILL");
    await expect.poll(() => executor.ask?.(given)).toEqual({ kind: "gone" });
  });

  it("that was claimed by a worker which then stood still is forbidden by asking", async () => {
    const given = order(sh("echo ran"));
    const claimed = await claim(folder, given.id);
    expect(claimed).toMatchObject({ ok: true });
    expect(await executor.ask?.(given)).toEqual({ kind: "not_begun" });
    const begun = spawnSync("/bin/sh", [
      "-c",
      SUPERVISOR,
      "supervisor",
      folderOf(folder, given.id),
      "/bin/echo",
      "ran",
    ]);
    expect([begun.status, receiptOf(given, "out"), receiptOf(given, "pid")]).toEqual([125, "", "never\n"]);
  });

  it("is not taken for another process that was given its number since", async () => {
    const given = order(sh("echo on; sleep 60"));
    const running = executor.run(given);
    await expect.poll(() => given.written.stdout).toBe("on\n");
    expect(await executor.ask?.(given)).toEqual({ kind: "running" });
    const fields = receiptOf(given, "start").split(" ");
    const earlier = fields.with(19, String(Number(fields[19]) - 1)).join(" ");
    writeFileSync(path.join(folderOf(folder, given.id), "start"), earlier);
    expect(await executor.ask?.(given)).toEqual({ kind: "gone" });
    given.cancel();
    await running;
  });
});

describe("output that floods", { timeout: 30_000 }, () => {
  it("and never ends is cut in its receipt while its time runs", async () => {
    const given = order(sh("exec yes 0123456789abcdef"), { timeoutSeconds: 1 });
    expect(await executor.run(given)).toMatchObject({ ended: { kind: "timed_out", gone: true } });
    const { size } = await stat(path.join(folderOf(folder, given.id), "out"));
    await tidyReceipts(folder);
    const { size: after } = await stat(path.join(folderOf(folder, given.id), "out"));
    expect(after).toBeLessThanOrEqual(Math.min(size, 2 * MOST_KEPT_BYTES));
    expect(given.written.stdout.length).toBeGreaterThanOrEqual(10 * 1_048_576);
  });
});

describe("checking", () => {
  it("looks for program, credentials and room for the receipt", async () => {
    const work: ProcessWork = {
      argv: ["no-such-program"],
      env: { A: { credential: "password" }, B: { credential: "b" } },
    };
    const results = await executor.check(work, order(work).hidden, AbortSignal.timeout(10_000));
    expect(results.map(({ what, result }) => [what, result])).toEqual([
      ["Program no-such-program", "failed"],
      ["Credential password", "passed"],
      ["Credential b", "failed"],
      ["Receipts on the worker's machine", "passed"],
    ]);
  });
});
