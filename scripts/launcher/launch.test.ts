import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import pg from "pg";
import { beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { clusterOf, makeDataFolder, temporaryDataFolder } from "../testing/folder.ts";
import { Launched } from "../testing/launched.ts";
import { startPostgres } from "./postgres.js";
import { readPidFile } from "./postmaster.js";
import type { Product } from "./product.js";

const WEB = `
  const answer = ({ url }) => url === "/api/health" ? '{ "database": { "ok": true } }' : String(process.pid);
  require("node:http").createServer((request, response) => response.end(answer(request)))
    .listen(process.env.PORT, "127.0.0.1")`;
const WORKER = path.resolve("scripts/testing/stand-in-worker.js");
const ENTRANCE = {
  setUpUrl: "http://set-up",
  further: false,
  accounts: [{ role: "operator", email: "op@demo", password: "secret" }],
  unpublished: [{ key: "switch-over", title: "Switch over", version: 2 }],
};

let madeOnce: string;
let dataFolder: string;
let port: number;
let product: Product;

beforeAll(async () => {
  madeOnce = makeDataFolder();
  const server = await startPostgres({ dataFolder: madeOnce, logFile: path.join(madeOnce, "log") });
  await server.stop();
  return () => rmSync(madeOnce, { recursive: true });
});

beforeEach(async () => {
  dataFolder = temporaryDataFolder();
  execFileSync("cp", ["-a", path.join(madeOnce, "postgres"), dataFolder]); // much faster than to make it anew
  port = await freePort();
  product = {
    migrations: path.join(dataFolder, "migrations"),
    build: [],
    prepare: ["-e", `console.log('${JSON.stringify(ENTRANCE)}')`],
    web: ["-e", WEB],
    worker: [WORKER],
  };
  mkdirSync(path.join(product.migrations, "0001_first"), { recursive: true });
  writeFileSync(path.join(product.migrations, "0001_first/migration.sql"), "create table place (id int)");
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Not that of Vitest, which has a BASE_URL of its own. */
function environment(more: Record<string, string>): NodeJS.ProcessEnv {
  const { PATH, NODE_ENV } = process.env;
  return { PATH, NODE_ENV, PORT: String(port), DATA_DIR: dataFolder, ...more };
}

function launch(env: Record<string, string> = {}): Launched {
  return new Launched(process.execPath, ["scripts/testing/launch.js", JSON.stringify(product)], {
    env: environment(env),
  });
}

async function launched(): Promise<Launched> {
  const launcher = launch();
  await launcher.says("Ctrl-C stops everything");
  await vi.waitFor(() => expect(workerPids()).not.toEqual([]), { timeout: 20_000, interval: 20 });
  return launcher;
}

const webPid = async () => Number(await (await fetch(`http://127.0.0.1:${port}`)).text());
const workerPids = () => [...log("worker").matchAll(/worker (\d+)/g)].map(([, pid]) => Number(pid));
const postgres = () => readPidFile(clusterOf(dataFolder));
const log = (name: string) => readFileSync(path.join(dataFolder, `logs/${name}.log`), "utf8");

function isAlive(pid: number) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const gone = (pid: number) => vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 20_000, interval: 20 });

test("says how long each part took, where the console is, and how to get in", async () => {
  const launcher = await launched();
  for (const name of ["Database", "Migrate", "Prepare", "Start"]) {
    expect(launcher.output).toMatch(new RegExp(`^${name} +\\d+\\.\\d s$`, "m"));
  }
  expect(launcher.output).toContain(`The console is at http://127.0.0.1:${port}\n`);
  expect(launcher.output).toContain("Make the first administrator at http://set-up (works once)");
  expect(launcher.output).toMatch(/operator +op@demo +secret/);
  expect(launcher.output).toContain('a newer text of "Switch over". Your own v2 stays the latest');
  expect(launcher.output).toContain(`http://127.0.0.1:${port}/procedures/switch-over\n`);
  expect(await webPid()).toBeGreaterThan(0);
});

test("of a database of one's own, the named roles get their rights at each start", async () => {
  const own = temporaryDataFolder();
  execFileSync("cp", ["-a", path.join(madeOnce, "postgres"), own]);
  const { url } = await startPostgres({ dataFolder: own, logFile: path.join(own, "log") });
  const owner = new pg.Client(url);
  await owner.connect();
  onTestFinished(() => owner.end());
  await owner.query("create role some_web login password 'secret'");
  const web = Object.assign(new URL(url), { username: "some_web", password: "secret" }).href;
  const launcher = launch({ DATABASE_URL: url, WEB_DATABASE_URL: web });
  await launcher.says("Ctrl-C stops everything");
  const { rows } = await owner.query("select has_table_privilege('some_web', 'place', 'update') as may");
  expect(rows).toEqual([{ may: true }]);
  launcher.process.kill();
  expect(await launcher.ends()).toMatchObject({ code: 0 });
});

test.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)("%s stops web and worker, then PostgreSQL", async (signal) => {
  const launcher = await launched();
  const pids = [await webPid(), ...workerPids()];
  process.kill(-launcher.pid, signal); // as the terminal does: to the whole group
  expect(await launcher.ends()).toMatchObject({ code: 0 });
  expect(pids.filter(isAlive)).toEqual([]);
  expect(log("worker")).toContain("the database was still there");
  expect(log("postgres")).toContain("database system is shut down");
});

test("after the launcher was killed, its children end, and the next start takes over its database", async () => {
  const first = await launched();
  const children = [await webPid(), ...workerPids()];
  const server = postgres();
  process.kill(first.pid, "SIGKILL");
  const second = await launched(); // at once: the port may still be taken
  await Promise.all(children.map(gone));
  expect(postgres()).toEqual(server);
  expect(children).not.toContain(await webPid());
  second.process.kill();
  expect(await second.ends()).toMatchObject({ code: 0 });
  expect(postgres()).toBeUndefined();
});

test("npm may die without a word: the launcher notices", async () => {
  const arguments_ = [
    "-c",
    '"$@" & wait',
    "sh",
    process.execPath,
    "scripts/testing/launch.js",
    JSON.stringify(product),
  ];
  const npm = new Launched("sh", arguments_, {
    env: environment({ npm_lifecycle_event: "start" }),
  });
  await npm.says("Ctrl-C stops everything");
  const web = await webPid();
  npm.process.kill("SIGKILL");
  await gone(web);
  await vi.waitFor(() => expect(postgres()).toBeUndefined(), { timeout: 20_000 });
});

test("a child that ends is started again", async () => {
  const launcher = await launched();
  const [first] = workerPids();
  process.kill(Number(first), "SIGKILL");
  await launcher.says("The worker process ended (SIGKILL); starting it again");
  await vi.waitFor(() => expect(workerPids()).toHaveLength(2), { timeout: 20_000 });
});

test("for developers, the worker is started again when its sources change", async () => {
  product.watched = path.join(dataFolder, "sources");
  mkdirSync(product.watched);
  const launcher = await launched();
  writeFileSync(path.join(product.watched, "main.ts"), "");
  await vi.waitFor(() => expect(workerPids()).toHaveLength(2), { timeout: 20_000 });
  expect(launcher.output).not.toContain("ended");
});

test("when PostgreSQL ends by itself, everything is stopped", async () => {
  const launcher = await launched();
  const web = await webPid();
  process.kill(Number(postgres()?.pid), "SIGINT");
  const { code, output } = await launcher.ends();
  expect(code).toBe(1);
  expect(output).toContain("PostgreSQL has ended by itself");
  expect(isAlive(web)).toBe(false);
});

describe("fails with one sentence, and leaves nothing running, when", () => {
  async function failure(launcher: Launched) {
    const { code, output } = await launcher.ends();
    expect(code).toBe(1);
    expect(postgres()).toBeUndefined();
    return output;
  }

  test("the port is taken", async () => {
    const other = createServer().listen(port, "127.0.0.1");
    onTestFinished(() => void other.close());
    expect(await failure(launch())).toBe(
      `Port ${port} of 127.0.0.1 is taken by another program: end it, or choose another PORT.\n`,
    );
  });

  test("no browser opens the port", async () => {
    const sieve = "4190"; // https://fetch.spec.whatwg.org/#port-blocking
    expect(await failure(launch({ PORT: sieve }))).toBe("Browsers refuse to open port 4190: choose another PORT.\n");
  });

  test("the database cannot be reached", async () => {
    const output = await failure(launch({ DATABASE_URL: "postgresql://me:secret@127.0.0.1:1/it" }));
    expect(output).toMatch(/^The database at 127\.0\.0\.1:1\/it cannot be reached \(.*ECONNREFUSED.*\)\.\n$/);
  });

  test("the data folder cannot be made", async () => {
    const file = path.join(dataFolder, "file");
    writeFileSync(file, "");
    const output = await failure(launch({ DATA_DIR: path.join(file, "data") }));
    expect(output).toMatch(/^The data folder .*\/file\/data cannot be written \(ENOTDIR.*\)\.\n$/);
  });

  test("a migration fails", async () => {
    writeFileSync(path.join(product.migrations, "0001_first/migration.sql"), "create nonsense");
    const output = await failure(launch());
    expect(output).toContain("Migration 0001_first failed and was rolled back (syntax error");
  });

  test("the preparation fails", async () => {
    product.prepare = ["-e", "console.error('no disk'); process.exit(3)"];
    const output = await failure(launch());
    expect(output).toContain("no disk\n\nThe built-in procedure and sites could not be installed (exit code 3).\n");
  });

  test("a setting is wrong", async () => {
    product.prepare = ["-e", `console.log('{ "misconfigured": "AUTH_SECRET is not set rightly." }')`];
    const output = await failure(launch());
    expect(output).toMatch(/^Database.*\nMigrate.*\nAUTH_SECRET is not set rightly\.\n$/);
  });

  test("the web process ends while it starts", async () => {
    product.web = ["-e", "console.error('no build'); process.exit(2)"];
    const output = await failure(launch());
    expect(output).toContain("no build\n\nThe web process ended while starting (exit code 2).\n");
  });

  test("PORT is nonsense", async () => {
    expect(await failure(launch({ PORT: "http" }))).toBe("PORT is http: it must be a number from 1 to 65535.\n");
  });
});

test("a second launcher names the first, and leaves it alone", async () => {
  const first = await launched();
  const second = await launch().ends();
  expect(second).toEqual({
    code: 1,
    output: `The console is already running on this data folder (pid ${first.pid}).\n`,
  });
  expect(await webPid()).toBeGreaterThan(0);
});
