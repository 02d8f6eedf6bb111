import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { LookWork } from "#lib/domain/way/probe.ts";
import { createHttpExecutor } from "#lib/worker/executors/http.ts";
import { createProbeExecutor } from "#lib/worker/executors/probe.ts";
import { createProcessExecutor } from "#lib/worker/executors/process.ts";
import { createSshExecutor } from "#lib/worker/executors/ssh.ts";
import { orderOf } from "#lib/worker/testing/orders.ts";

const folder = mkdtempSync(path.join(tmpdir(), "switchover-probe-"));
const ssh = createSshExecutor();
const probe = createProbeExecutor({ process: createProcessExecutor(folder), ssh, http: createHttpExecutor() });
afterAll(async () => {
  await ssh.close();
  rmSync(folder, { recursive: true, force: true });
});

const order = (that: LookWork, timeoutSeconds = 5) =>
  orderOf({ way: "probe" as const, that, everySeconds: 0.02 }, { timeoutSeconds });
const sh = (script: string): LookWork => ({
  look: "command",
  run: { way: "process", argv: ["/bin/sh", "-c", script] },
});

async function listening(): Promise<{ port: number; close: () => void }> {
  // A probe that only connects hangs up at once, which resets the answer under way.
  const server = createServer((socket) =>
    socket.on("error", () => socket.destroy()).end("HTTP/1.1 204 No Content\r\n\r\n"),
  ).listen(0, "127.0.0.1");
  await once(server, "listening");
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

describe("a probe", () => {
  it("holds at once where something accepts connections, and not where nothing does", async () => {
    const { port, close } = await listening();
    expect(await probe.run(order({ look: "tcp", host: "127.0.0.1", port }))).toMatchObject({
      ended: { held: true, tries: 1 },
    });
    close();
    expect(await probe.run(order({ look: "tcp", host: "127.0.0.1", port: 1 }, 1))).toMatchObject({
      ended: { kind: "probed", held: false, message: expect.stringContaining("127.0.0.1:1") },
    });
    expect(await probe.run(order({ look: "tcp", host: "127.0.0.1", port: "the usual one" }, 1))).toMatchObject({
      ended: { kind: "probed", held: false, message: "127.0.0.1:the usual one cannot be reached: that is no port." },
    });
  });

  it("looks what a service answers", async () => {
    const { port, close } = await listening();
    const base = `http://127.0.0.1:${port}/`;
    expect(await probe.run(order({ look: "http", base, url: base, status: [204] }))).toMatchObject({
      ended: { held: true },
    });
    expect(await probe.run(order({ look: "http", base, url: base, status: [200] }, 1))).toMatchObject({
      ended: { held: false, message: `${base} answers 204` },
    });
    close();
  });

  it("looks where a name leads", async () => {
    expect(await probe.run(order({ look: "dns", name: "localhost", address: "127.0.0.1" }))).toMatchObject({
      ended: { held: true },
    });
    expect(await probe.run(order({ look: "dns", name: "localhost", address: "192.0.2.7" }, 1))).toMatchObject({
      ended: { held: false, message: expect.stringContaining("localhost resolves to") },
    });
  });

  it("is tried again until it holds, and shows each try", async () => {
    const file = path.join(folder, "there");
    const given = order(sh(`test -e '${file}' || { echo not yet; exit 1; }`));
    const running = probe.run(given);
    await expect.poll(() => given.written.stdout).toContain("Try 2: it does not hold, exit code 1: not yet\n");
    writeFileSync(file, "");
    const outcome = await running;
    expect(outcome).toMatchObject({ kind: "ended", ended: { kind: "probed", held: true } });
    expect(given.written.stdout).toMatch(/it holds, exit code 0\n$/);
  });

  it("that is canceled has changed nothing", async () => {
    const given = order(sh("exit 1"));
    const running = probe.run(given);
    await expect.poll(() => given.written.stdout).toContain("Try 1");
    given.cancel();
    expect(await running).toEqual({ kind: "ended", ended: { kind: "canceled", gone: true } });
  });
});
