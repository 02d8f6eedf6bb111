import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import ssh2 from "ssh2";
import type { SshConnection } from "#lib/domain/connection.ts";
import { freePort } from "#lib/server/testing/ports.ts";

const SSHD = "/usr/sbin/sshd";

/** A real SSH server on a free loopback port, with keys of its own, that lets in whoever runs the test. */
export type TestSshd = {
  port: number;
  process: ChildProcess;
  /** How to reach it; `receipts` in its own folder. */
  connection: (change?: Partial<SshConnection>) => SshConnection;
  hostKey: string;
  /** The private key that is let in, and one that is not. */
  key: string;
  strangersKey: string;
  folder: string;
  /** Cuts every connection that is open, in the middle of whatever it does. */
  cut: () => void;
  stop: () => Promise<void>;
};

/** `settings` are lines of its configuration, which come before those that are always there. */
export async function startSshd(settings: readonly string[] = []): Promise<TestSshd> {
  if (!existsSync(SSHD)) throw new Error(`${SSHD} is missing: install the Debian package openssh-server.`);
  const folder = mkdtempSync(path.join(tmpdir(), "switchover-sshd-"));
  const [host, mine, strangers] = [makeKey(), makeKey(), makeKey()];
  const port = await freePort();
  writeFileSync(path.join(folder, "host"), host.private, { mode: 0o600 });
  writeFileSync(path.join(folder, "keys"), `${mine.public}\n`, { mode: 0o600 });
  writeFileSync(
    path.join(folder, "config"),
    [
      ...settings,
      "ListenAddress 127.0.0.1",
      `Port ${port}`,
      `HostKey ${folder}/host`,
      `AuthorizedKeysFile ${folder}/keys`,
      `PidFile ${folder}/pid`,
      "UsePAM no",
      "PasswordAuthentication no",
      "StrictModes no",
      "PermitRootLogin prohibit-password",
      "MaxStartups 100",
      // What the account's start-up files do is not what is tested.
      `SetEnv HOME=${folder}`,
    ].join("\n"),
  );
  if (process.getuid?.() === 0) mkdirSync("/run/sshd", { recursive: true });
  const child = spawn(SSHD, ["-D", "-e", "-f", path.join(folder, "config")], { stdio: ["ignore", "ignore", "pipe"] });
  // A test that breaks off takes its server with it.
  const end = () => child.kill("SIGTERM");
  process.once("exit", end);
  await listening(child);
  return {
    port,
    process: child,
    hostKey: host.public,
    key: mine.private,
    strangersKey: strangers.private,
    folder,
    connection: (change = {}) => ({
      host: "127.0.0.1",
      port,
      user: userInfo().username,
      hostKeys: [host.public],
      credential: "test",
      receipts: path.join(folder, "receipts"),
      ...change,
    }),
    cut: () => cut(child.pid ?? 0),
    stop: async () => {
      process.off("exit", end);
      const ended = once(child, "exit");
      end();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function listening({ stderr }: { stderr: Readable }): Promise<void> {
  const said: string[] = [];
  for await (const line of createInterface({ input: stderr })) {
    if (line.includes("Server listening")) {
      stderr.resume();
      return;
    }
    said.push(line);
  }
  throw new Error(`${SSHD} did not start: ${said.join("; ")}`);
}

function makeKey(): { private: string; public: string } {
  let pair = ssh2.utils.generateKeyPairSync("ed25519");
  // One in 256 of them is malformed: https://github.com/mscdex/ssh2/issues/1513
  while (ssh2.utils.parseKey(pair.private) instanceof Error || ssh2.utils.parseKey(pair.public) instanceof Error) {
    pair = ssh2.utils.generateKeyPairSync("ed25519");
  }
  return { private: pair.private, public: pair.public.trim().split(" ").slice(0, 2).join(" ") };
}

/**
 * Kills the server's processes for the connections that are open; the server itself goes on, and so does what was begun
 * over them. An account that is not root has two for a connection, and the second holds it.
 */
function cut(server: number): void {
  const all = execFileSync("ps", ["-Ao", "pid=,ppid=,comm="], { encoding: "utf8" })
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .flatMap(([pid, parent, name]) => (name?.startsWith("sshd") ? [{ pid: Number(pid), parent: Number(parent) }] : []));
  const below = (parent: number): number[] =>
    all.filter((one) => one.parent === parent).flatMap(({ pid }) => [pid, ...below(pid)]);
  for (const pid of below(server)) kill(pid);
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    // It ended between the listing and here.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
