import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { SshWork } from "#lib/domain/way/command.ts";
import type { Order } from "#lib/worker/executor.ts";
import { createSshExecutor } from "#lib/worker/executors/ssh.ts";
import { MOST_KEPT_BYTES } from "#lib/worker/receipts/supervisor.ts";
import { hiddenOf, orderOf } from "#lib/worker/testing/orders.ts";
import { startSshd, type TestSshd } from "#lib/worker/testing/sshd.ts";

let sshd: TestSshd;
let ssh = createSshExecutor();

beforeAll(async () => {
  sshd = await startSshd();
});
afterEach(async () => {
  await ssh.close();
  ssh = createSshExecutor();
});
afterAll(() => sshd.stop());

const receiptOf = ({ runId, step, attempt }: Order<SshWork>["id"]) =>
  path.join(sshd.folder, "receipts", runId, step, String(attempt));
const sh = (script: string, to = sshd.connection()): SshWork => ({ way: "ssh", to, argv: ["/bin/sh", "-c", script] });
const order = (work: SshWork, change: Partial<Order<SshWork>> = {}) =>
  orderOf(work, {
    hidden: hiddenOf({ test: sshd.key, stranger: sshd.strangersKey, password: "s3cret-word" }),
    ...change,
  });
const run = (work: SshWork, change: Partial<Order<SshWork>> = {}) => ssh.run(order(work, change));

describe("a command on another host", () => {
  it("is run there, with its words, its variables, and both streams apart", async () => {
    const given = order(
      {
        ...sh('echo "$1 $WORD"; echo oh no >&2; exit 3'),
        argv: ["/bin/sh", "-c", 'echo "$1 $WORD"; echo oh no >&2; exit 3', "x", "it's $HOME"],
      },
      { variables: { WORD: "said" } },
    );
    expect(await ssh.run(given)).toEqual({ kind: "ended", ended: { kind: "exited", code: 3 } });
    expect(given.written).toEqual({ stdout: "it's $HOME said\n", stderr: "oh no\n" });
  });

  it("that a signal ended has the code that a shell tells", async () => {
    expect(await run(sh("kill -KILL $$"))).toEqual({ kind: "ended", ended: { kind: "exited", code: 137 } });
  });

  it("tells what it writes while it runs", async () => {
    const given = order(
      sh('echo first; read -r x </dev/null; while [ ! -e "$GO" ]; do sleep 0.05; done; echo second'),
      {
        variables: { GO: path.join(sshd.folder, "go") },
      },
    );
    const running = ssh.run(given);
    await expect.poll(() => given.written.stdout).toBe("first\n");
    await run(sh(`: > '${path.join(sshd.folder, "go")}'`));
    await running;
    expect(given.written.stdout).toBe("first\nsecond\n");
  });

  it("is given a secret that no list of processes shows", async () => {
    const work: SshWork = {
      ...sh('ps -Ao args= | grep -c "s3cret-[w]ord"; echo "$PASSWORD"'),
      env: { PASSWORD: { secret: "password" } },
    };
    const given = order(work);
    await ssh.run(given);
    expect(given.written.stdout).toBe("0\ns3cret-word\n");
  });

  it("that is not there was not run", async () => {
    const missing = await run({ ...sh(""), argv: ["/no/such/program"] });
    expect(missing).toMatchObject({ ended: { kind: "not_run", message: "127.0.0.1 has no program /no/such/program" } });
  });

  it("says that it left processes behind", async () => {
    expect(await run(sh("sleep 30 & exit 0"))).toEqual({
      kind: "ended",
      ended: { kind: "exited", code: 0, leftBehind: true },
    });
  });
});

describe("nothing is sent", () => {
  const effect = () => path.join(sshd.folder, "effect");
  const touch = (to = sshd.connection()) => sh(`: > '${effect()}'`, to);

  it.each([
    [
      "to a host that shows another key",
      () => ({ hostKeys: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"] }),
      /shows another key than the pinned ones: SHA256:/,
    ],
    [
      "with a key that is not let in",
      () => ({ credential: "stranger" }),
      /does not let .* in with the credential "stranger"/,
    ],
    ["with a credential the worker has not", () => ({ credential: "nobody" }), /has no "nobody"/],
    ["where nothing listens", () => ({ port: 1 }), /cannot be reached/],
  ])("%s", async (_, change, message) => {
    const outcome = await run(touch(sshd.connection(change())));
    expect(outcome).toMatchObject({
      kind: "ended",
      ended: { kind: "not_run", message: expect.stringMatching(message) },
    });
    expect(existsSync(effect())).toBe(false);
  });

  it("twice for one attempt, nor for an older one than has begun there", async () => {
    const { id } = order(touch());
    const second = { ...id, attempt: 2 };
    expect(await run(sh("exit 0"), { id: second })).toMatchObject({ ended: { kind: "exited" } });
    expect(await run(touch(), { id: second })).toMatchObject({
      ended: { kind: "not_run", message: expect.stringContaining("claimed") },
    });
    expect(await run(touch(), { id })).toMatchObject({
      ended: { kind: "not_run", message: expect.stringContaining("attempt 2") },
    });
    expect(existsSync(effect())).toBe(false);
  });

  it("with the end of a line in an argument", async () => {
    expect(await run({ ...sh(""), argv: ["/bin/echo", "a\nb"] })).toMatchObject({ ended: { kind: "not_run" } });
  });
});

describe("a command that is to end", { timeout: 30_000 }, () => {
  it("by its time is ended with all it started, and known to be gone", async () => {
    const given = order(sh("trap '' TERM; echo on; sleep 60 & wait"), { timeoutSeconds: 1 });
    expect(await ssh.run(given)).toEqual({ kind: "ended", ended: { kind: "timed_out", gone: true } });
  });

  it("by a person is ended", async () => {
    const given = order(sh("echo on; sleep 60"));
    const running = ssh.run(given);
    await expect.poll(() => given.written.stdout).toBe("on\n");
    given.cancel();
    expect(await running).toEqual({ kind: "ended", ended: { kind: "canceled", gone: true } });
  });

  it("goes on when the worker leaves, and nobody knows how it ends but the host", async () => {
    const given = order(sh("echo on; sleep 0.3; echo off; exit 4"));
    const running = ssh.run(given);
    await expect.poll(() => given.written.stdout).toBe("on\n");
    given.leave();
    expect((await running).kind).toBe("unknown");
    await expect
      .poll(() => ssh.ask?.({ ...given, onOutput: () => undefined }))
      .toMatchObject({ kind: "ended", code: 4 });
  });
});

describe("a command that is canceled", () => {
  it("before it was sent is not run", async () => {
    const given = order(sh("echo ran"));
    const running = ssh.run(given);
    given.cancel();
    expect(await running).toMatchObject({ ended: { kind: "not_run", message: expect.stringContaining("canceled") } });
    expect(given.written.stdout).toBe("");
  });
});

describe("a connection that is lost", () => {
  it("in the middle of a command leaves its outcome unknown, and its receipt tells it", async () => {
    const go = path.join(sshd.folder, "go-on");
    const given = order(sh(`echo begun; while [ ! -e '${go}' ]; do sleep 0.05; done; echo finished; exit 7`));
    const running = ssh.run(given);
    await expect.poll(() => given.written.stdout).toBe("begun\n");
    sshd.cut();
    expect(await running).toMatchObject({ kind: "unknown", reason: expect.stringContaining("was lost in the middle") });
    const ask = () => ssh.ask?.({ ...given, onOutput: () => undefined });
    expect(await ask()).toEqual({ kind: "running" });
    await run(sh(`: > '${go}'`));
    await expect.poll(ask).toEqual({ kind: "ended", code: 7 });
    const again = order(given.work, { id: given.id });
    await ssh.ask?.(again);
    expect(again.written.stdout).toBe("begun\nfinished\n");
  });
});

describe("asking", () => {
  it("for what was never begun claims it, so that it never will be", async () => {
    const given = order(sh("echo done"));
    expect(await ssh.ask?.(given)).toEqual({ kind: "not_begun" });
    expect(await ssh.ask?.(given)).toEqual({ kind: "not_begun" });
    expect(await ssh.run(given)).toMatchObject({ ended: { kind: "not_run" } });
    expect(given.written.stdout).toBe("");
  });

  it("a host that cannot be reached says so", async () => {
    const given = order(sh("echo done", sshd.connection({ port: 1 })));
    expect(await ssh.ask?.(given)).toMatchObject({
      kind: "unreachable",
      message: expect.stringContaining("cannot be reached"),
    });
  });
});

describe("output", { timeout: 30_000 }, () => {
  it("that never ends does not fill the host, also when the connection is lost", async () => {
    const given = order(sh("exec yes 0123456789abcdef"));
    const running = ssh.run(given);
    await expect.poll(() => given.written.stdout.length, { timeout: 20_000 }).toBeGreaterThan(MOST_KEPT_BYTES / 2);
    sshd.cut();
    expect((await running).kind).toBe("unknown");
    const file = path.join(receiptOf(given.id), "out");
    const sizes: number[] = [];
    const shrinks = () => {
      sizes.push(statSync(file).size);
      return (sizes.at(-1) ?? 0) < (sizes.at(-2) ?? 0);
    };
    await expect.poll(shrinks, { interval: 5, timeout: 20_000 }).toBe(true);
    process.kill(-Number(readFileSync(path.join(receiptOf(given.id), "pid"), "utf8")), "SIGKILL");
  });

  it("that floods is cut on the host too, and never stops the command", async () => {
    const given = order(sh("yes 0123456789abcdef | head -c 40000000; exit 5"));
    expect(await ssh.run(given)).toMatchObject({ ended: { kind: "exited", code: 5 } });
    const kept = readFileSync(path.join(receiptOf(given.id), "out"));
    expect(given.written.stdout.length).toBeGreaterThan(10 * 1_048_576);
    expect(kept.length).toBeLessThanOrEqual(40_000_000);
  });

  it("keeps a character whole that comes in two parts", async () => {
    const given = order(sh("printf '\\303'; sleep 0.3; printf '\\251\\n'"));
    await ssh.run(given);
    expect(given.written.stdout).toBe("é\n");
  });
});
