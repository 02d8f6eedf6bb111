import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { freePort } from "#lib/server/testing/ports.ts";

/**
 * A PostgreSQL of Debian's own packages, with `pg_dump` and `pg_restore`, which the embedded one comes without. Ends with
 * its disposal.
 */
export type DebianPostgres = AsyncDisposable & { url: (database: string) => string; programs: string };

const VERSIONS = "/usr/lib/postgresql";

export async function startDebianPostgres(): Promise<DebianPostgres> {
  const newest = existsSync(VERSIONS) ? readdirSync(VERSIONS).toSorted((a, b) => Number(b) - Number(a))[0] : undefined;
  if (!newest) throw new Error('There is no pg_dump with its server: install the Debian package "postgresql".');
  const programs = path.join(VERSIONS, newest, "bin");
  const folder = mkdtempSync(path.join(tmpdir(), "switchover-debian-"));
  const account = unprivileged();
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
  const data = path.join(folder, "data");
  const options = { ...account, cwd: "/" };
  execFileSync(path.join(programs, "initdb"), ["-D", data, "-U", "postgres", "-A", "trust", "-N"], options);
  const port = await freePort();
  const server = spawn(
    path.join(programs, "postgres"),
    [
      "-D",
      data,
      "-p",
      String(port),
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      "unix_socket_directories=",
      "-c",
      "fsync=off",
    ],
    { ...options, stdio: "ignore" },
  );
  const url = (database: string) => `postgresql://postgres@127.0.0.1:${port}/${database}`;
  await untilItAnswers(url("postgres"));
  return {
    url,
    programs,
    async [Symbol.asyncDispose]() {
      const ended = once(server, "exit");
      // Waits for those who are still taking their leave: whoever is thrown out meanwhile would fail.
      server.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { uid: number; gid: number } | { uid?: undefined; gid?: undefined } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

async function untilItAnswers(url: string): Promise<void> {
  for (const deadline = Date.now() + 20_000; ; ) {
    const client = new pg.Client(url);
    try {
      await client.connect();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      await client.end();
    }
  }
}
