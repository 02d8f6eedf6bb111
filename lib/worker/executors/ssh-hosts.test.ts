import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { SshWork } from "#lib/domain/way/command.ts";
import type { Order } from "#lib/worker/executor.ts";
import { createSshExecutor } from "#lib/worker/executors/ssh.ts";
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

const sh = (script: string, to = sshd.connection()): SshWork => ({ way: "ssh", to, argv: ["/bin/sh", "-c", script] });
const order = (work: SshWork, change: Partial<Order<SshWork>> = {}) =>
  orderOf(work, { hidden: hiddenOf({ test: sshd.key }), ...change });
const run = (work: SshWork) => ssh.run(order(work));

describe("a host", () => {
  const on = async (settings: string[], look: (there: TestSshd) => Promise<void>) => {
    const there = await startSshd(settings);
    try {
      await look(there);
    } finally {
      await ssh.close();
      await there.stop();
    }
  };
  const orderOn = (there: TestSshd, script: string) =>
    orderOf(sh(script, there.connection()), { hidden: hiddenOf({ test: there.key }) });

  it("whose account greets is not quoted as if the command had said it", async () => {
    await on(['ForceCommand echo Welcome; echo Beware >&2; eval "$SSH_ORIGINAL_COMMAND"'], async (there) => {
      for (const script of ["echo first", "echo second"]) {
        const given = orderOn(there, script);
        expect(await ssh.run(given)).toEqual({ kind: "ended", ended: { kind: "exited", code: 0 } });
        expect(given.written).toEqual({ stdout: `${script.slice(5)}\n`, stderr: "" });
      }
    });
  });

  it("whose account has no shell was sent nothing", async () => {
    await on(["ForceCommand echo This account is not available."], async (there) => {
      const given = orderOn(there, "echo ran");
      expect(await ssh.run(given)).toMatchObject({
        ended: { kind: "not_run", message: expect.stringContaining('saying "This account is not available."') },
      });
      const results = await ssh.check(given.work, given.hidden, AbortSignal.timeout(10_000));
      expect(results.at(-1)).toMatchObject({ what: expect.stringContaining("Shell of"), result: "failed" });
    });
  });

  it("that allows one session on a connection is given more connections", async () => {
    await on(["MaxSessions 1"], async (there) => {
      const orders = ["1", "2", "3", "4"].map((code) => orderOn(there, `exit ${code}`));
      const outcomes = await Promise.all(orders.map(ssh.run));
      expect(outcomes).toEqual([1, 2, 3, 4].map((code) => ({ kind: "ended", ended: { kind: "exited", code } })));
    });
  });

  it("that was lost and is back is spoken to again", async () => {
    expect(await run(sh("exit 0"))).toMatchObject({ ended: { code: 0 } });
    sshd.cut();
    expect(await run(sh("exit 0"))).toMatchObject({ ended: { code: 0 } });
  });
});

describe("the SSH agent of the worker's account", () => {
  it("signs in without the worker seeing a key, and is refused where it holds none", async () => {
    const socket = path.join(sshd.folder, "agent");
    const agent = spawn("/usr/bin/ssh-agent", ["-D", "-a", socket], { stdio: "ignore" });
    try {
      await expect.poll(() => existsSync(socket)).toBe(true);
      const by = () =>
        ssh.run(
          orderOf(sh("exit 0", sshd.connection({ credential: "agent" })), { hidden: hiddenOf({ agent: socket }) }),
        );
      expect(await by()).toMatchObject({ ended: { kind: "not_run" } });
      execFileSync("/usr/bin/ssh-add", ["-q", "-"], {
        input: sshd.key,
        env: { ...process.env, SSH_AUTH_SOCK: socket },
        stdio: "pipe",
      });
      expect(await by()).toEqual({ kind: "ended", ended: { kind: "exited", code: 0 } });
    } finally {
      agent.kill();
      await once(agent, "exit");
    }
  });
});

describe("a jump host", () => {
  it("leads to a host behind it", async () => {
    const { receipts: _, ...jump } = sshd.connection();
    const given = order(sh("echo through", sshd.connection({ jump })));
    expect(await ssh.run(given)).toMatchObject({ ended: { code: 0 } });
    expect(given.written.stdout).toBe("through\n");
  });

  it("that shows another key is not gone through", async () => {
    const jump = { ...sshd.connection(), hostKeys: ["ssh-ed25519 AAAA"] };
    const { receipts: _, ...other } = jump;
    expect(await run(sh("echo through", sshd.connection({ jump: other })))).toMatchObject({
      ended: { kind: "not_run" },
    });
  });
});

describe("checking", () => {
  const check = (work: SshWork) => ssh.check(work, order(work).hidden, AbortSignal.timeout(10_000));

  it("looks at connection, program and receipts, and leaves nothing behind", async () => {
    const results = await check(sh("", sshd.connection({ receipts: path.join(sshd.folder, "checked") })));
    expect(results.map(({ what, result }) => [what, result])).toEqual([
      [`Connection to 127.0.0.1:${sshd.port}`, "passed"],
      [`Host key of 127.0.0.1:${sshd.port}`, "passed"],
      [expect.stringMatching(/^Credential test for /), "passed"],
      [expect.stringMatching(/^Shell of /), "passed"],
      ["Program /bin/sh", "passed"],
      ["Receipts on 127.0.0.1", "passed"],
    ]);
    expect(existsSync(path.join(sshd.folder, "checked"))).toBe(false);
    expect(await check({ ...sh(""), argv: ["no-such-program"] })).toContainEqual(
      expect.objectContaining({ what: "Program no-such-program", result: "failed" }),
    );
  });

  it("shows the key that a host shows, to be compared and pinned", async () => {
    const results = await check(sh("", sshd.connection({ hostKeys: ["ssh-ed25519 AAAA"] })));
    expect(results.map(({ result }) => result)).toEqual(["passed", "failed"]);
    expect(results[1]).toMatchObject({
      what: expect.stringContaining("Host key"),
      message: expect.stringContaining(sshd.hostKey),
    });
  });
});
