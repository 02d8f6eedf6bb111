import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import pg from "pg";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { clusterOf, makeDataFolder, temporaryDataFolder } from "../testing/folder.ts";
import { Launched } from "../testing/launched.ts";
import { startPostgres } from "./postgres.js";

let dataFolder: string;

beforeEach(() => {
  dataFolder = temporaryDataFolder();
});

const start = () => startPostgres({ dataFolder, logFile: path.join(dataFolder, "postgres.log") });

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

test("keeps what was written from one start to the next", async () => {
  const first = await start();
  await query(first.url, "create table place as select 1 as id");
  await first.stop();
  await first.ended();
  const second = await start();
  expect(second.adopted).toBe(false);
  expect(await query(second.url, "select * from place")).toEqual([{ id: 1 }]);
});

test("speaks UTF-8, sorts the same everywhere, and asks for a password even here", async () => {
  const { url } = await start();
  const settings = "current_setting('server_encoding') as encoding, current_setting('listen_addresses') as addresses";
  expect(await query(url, `select ${settings}, datlocale from pg_database where datname = 'postgres'`)).toEqual([
    { encoding: "UTF8", addresses: "127.0.0.1", datlocale: "C.UTF-8" },
  ]);
  const { password } = new URL(url);
  await expect(query(url.replace(password, "guess"), "select 1")).rejects.toThrow("password authentication failed");
});

test("adopts a server that still runs", async () => {
  const first = await start();
  const second = await start();
  expect(second).toMatchObject({ adopted: true, pid: first.pid, url: first.url });
  await second.stop();
  await first.ended();
});

test("recovers after the server was killed", async () => {
  const first = await start();
  await query(first.url, "create table place as select n from generate_series(1, 1000) n");
  process.kill(first.pid, "SIGKILL");
  await first.ended();
  const second = await start();
  expect(second.adopted).toBe(false);
  expect(await query(second.url, "select count(*)::int from place")).toEqual([{ count: 1000 }]);
});

test("a stale pid file does not stop it, even when another process of the same account has that number now", async () => {
  const first = await start();
  const pidFile = path.join(clusterOf(dataFolder), "postmaster.pid");
  const stale = readFileSync(pidFile, "utf8").replace(/^\d+/, String(otherProcess()));
  await first.stop();
  writeFileSync(pidFile, stale);
  const second = await start();
  expect(second.adopted).toBe(false);
  expect(await query(second.url, "select 1 as one")).toEqual([{ one: 1 }]);
});

function otherProcess(): number {
  const { uid, gid } = statSync(clusterOf(dataFolder));
  return new Launched("sleep", ["60"], { uid, gid }).pid;
}

test("a first start that was broken off leaves nothing in the way", async () => {
  mkdirSync(path.join(dataFolder, "postgres/unfinished-x/data"), { recursive: true });
  await start();
  expect(existsSync(path.join(dataFolder, "postgres/unfinished-x"))).toBe(false);
});

test("says why it does not start", async () => {
  const first = await start();
  await first.stop();
  writeFileSync(path.join(clusterOf(dataFolder), "postgresql.conf"), "nonsense = 1");
  const failure = { message: "PostgreSQL did not start.", excerpt: expect.stringContaining('parameter "nonsense"') };
  await expect(start()).rejects.toMatchObject(failure);
});

describe("where the database is outside of the data folder, and a link leads to it", () => {
  let home: string;
  let copy: string;

  beforeEach(() => {
    home = realpathSync(makeDataFolder());
    copy = `${dataFolder}-copy`;
    symlinkSync(home, path.join(dataFolder, "postgres"));
    onTestFinished(() => {
      for (const folder of [home, copy]) rmSync(folder, { recursive: true, force: true });
    });
  });

  const copyFolder = () => execFileSync("cp", ["-a", dataFolder, copy]);
  const startCopy = () => startPostgres({ dataFolder: copy, logFile: path.join(copy, "postgres.log") });
  const ends = async ({ stop }: { stop: () => Promise<void> }) => await stop();

  test("a copy of the folder alone works on nothing, whether the original runs or not", async () => {
    const original = await start();
    onTestFinished(() => ends(original));
    copyFolder();
    const message = `${copy}/postgres leads to the database of ${dataFolder}: copy ${home} too, and let the link lead to the copy (README, Back-up).`;
    await expect(startCopy()).rejects.toThrow(message);
    expect(await query(original.url, "select 1 as one")).toEqual([{ one: 1 }]);
    await original.stop();
    await expect(startCopy()).rejects.toThrow(message);
    await ends(await start());
  });

  test("nor does one of a database that was made before owners were written down, while that runs", async () => {
    const original = await start();
    onTestFinished(() => ends(original));
    rmSync(path.join(home, "owner"));
    copyFolder();
    await expect(startCopy()).rejects.toThrow(`${copy}/postgres leads to a database that runs already: copy ${home}`);
    expect(existsSync(path.join(home, "owner"))).toBe(false);
    await original.stop();
    await ends(await start());
    await expect(startCopy()).rejects.toThrow(`the database of ${dataFolder}`);
  });

  test("a copy with a database of its own is a console of its own", async () => {
    const original = await start();
    await query(original.url, "create table place as select 1 as id");
    await original.stop();
    copyFolder();
    const own = path.join(copy, "elsewhere");
    execFileSync("cp", ["-a", home, own]);
    rmSync(path.join(copy, "postgres"));
    symlinkSync(own, path.join(copy, "postgres"));
    const [first, second] = [await start(), await startCopy()];
    expect(first.pid).not.toBe(second.pid);
    expect(await query(second.url, "select * from place")).toEqual([{ id: 1 }]);
    await Promise.all([first.stop(), second.stop()]);
  });

  test("a data folder that was moved keeps its database", async () => {
    await ends(await start());
    renameSync(dataFolder, copy);
    await ends(await startCopy());
    mkdirSync(dataFolder);
    symlinkSync(home, path.join(dataFolder, "postgres"));
    await expect(start()).rejects.toThrow(`the database of ${copy}`);
  });

  test("says so when it is not there", async () => {
    rmSync(home, { recursive: true });
    await expect(start()).rejects.toThrow(
      `${dataFolder}/postgres leads to a folder that is not there: put that folder back too (README, Back-up).`,
    );
  });
});

describe.runIf(process.getuid?.() === 0)("as root", () => {
  test("runs as an account that is not root", async () => {
    const { pid } = await start();
    expect(readFileSync(`/proc/${pid}/status`, "utf8")).toMatch(/^Uid:\t[1-9]/m);
  });

  test("goes to a folder that account can enter when it cannot enter the data folder", async () => {
    chmodSync(dataFolder, 0o700);
    const server = await start();
    const home = readlinkSync(path.join(dataFolder, "postgres"));
    onTestFinished(() => rmSync(home, { recursive: true }));
    expect(home).toMatch(/^\/var\/lib\/switchover-console\/\w+$/);
    await query(server.url, "create table place as select 1 as id");
    await server.stop();
    chmodSync(dataFolder, 0o755); // what was written stays where it is
    expect(await query((await start()).url, "select * from place")).toEqual([{ id: 1 }]);
    await (await start()).stop();
  });
});
