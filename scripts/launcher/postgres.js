// @ts-check
import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { errorMessage, StartFailure } from "./failure.js";
import { Log } from "./log.js";
import { findPlace } from "./postgres-place.js";
import { endServer, pidFile, readPidFile, serves } from "./postmaster.js";

/**
 * @typedef {import("./postgres-place.js").Place} Place
 * @typedef {import("./postgres-place.js").Account} Account
 * @typedef {{ dataFolder: string, logFile: string, settings?: Record<string, string> }} ServerOptions
 * @typedef {object} Server
 * @property {string} url
 * @property {number} pid
 * @property {boolean} adopted it was running already: the launcher that started it was killed
 * @property {() => Promise<void>} ended resolves when the server is gone, for whatever reason
 * @property {() => Promise<void>} stop
 */

const USER = "postgres";
const READY_WITHIN = 120_000;

/**
 * Starts the embedded PostgreSQL of a data folder on a free port of the loopback address, or adopts the one that runs.
 * The first start makes the cluster. Throws StartFailure.
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 */
export async function startPostgres({ dataFolder, logFile, settings = {} }) {
  const place = await findPlace(dataFolder);
  const cluster = path.join(place.home, "data");
  const passwordFile = path.join(place.home, "password");
  if (!existsSync(cluster)) await makeCluster(place, cluster, passwordFile);

  const running = await findRunning(cluster);
  const { pid, port } = running ?? (await launch(place, cluster, { logFile, settings }));
  return {
    url: `postgresql://${USER}:${readFileSync(passwordFile, "utf8")}@127.0.0.1:${port}/postgres`,
    pid,
    adopted: running !== undefined,
    ended: () => untilEnded(pid, cluster),
    stop: () => endServer(pid, cluster),
  };
}

/**
 * Makes the cluster under another name first: what is called `data` is whole.
 * @param {Place} place
 * @param {string} cluster
 * @param {string} passwordFile
 */
async function makeCluster({ home, programs, account }, cluster, passwordFile) {
  for (const name of readdirSync(home)) if (name.startsWith("unfinished-")) removeFolder(path.join(home, name));
  const unfinished = mkdtempSync(path.join(home, "unfinished-"));
  const password = randomBytes(24).toString("base64url");
  const given = path.join(unfinished, "password");
  writeFileSync(given, password, { mode: 0o600 });
  giveTo(account, unfinished);
  giveTo(account, given);
  const made = path.join(unfinished, "data");
  try {
    await promisify(execFile)(
      programs.initdb,
      ["-D", made, "-U", USER, "-A", "scram-sha-256", `--pwfile=${given}`, "-E", "UTF8", "--no-instructions"].concat(
        // The same order of text on every machine, whatever locales it has.
        ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"],
      ),
      { ...account, cwd: "/", env: environment() },
    );
  } catch (error) {
    removeFolder(unfinished);
    throw new StartFailure("PostgreSQL could not make its data folder.", {
      excerpt: errorMessage(error),
      cause: error,
    });
  }
  writeFileSync(passwordFile, password, { mode: 0o600 });
  renameSync(made, cluster);
  removeFolder(unfinished);
}

/** @param {string} folder */
const removeFolder = (folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });

/**
 * @param {Account} account
 * @param {string} file
 */
function giveTo(account, file) {
  if (account.uid !== undefined) chownSync(file, account.uid, account.gid);
}

/** Nothing else: PostgreSQL reads settings from variables like PGCLIENTENCODING. */
const environment = () => ({ PATH: process.env.PATH, LC_ALL: "C", NODE_ENV: process.env.NODE_ENV });

/**
 * The server that runs on this cluster already. A pid file left by one that is gone would keep PostgreSQL from starting
 * when its number now belongs to another process of the same account, as after a restart of a container.
 * @param {string} cluster
 */
async function findRunning(cluster) {
  const found = readPidFile(cluster);
  if (!found) return undefined;
  if (serves(found.pid, cluster)) return await untilReady(cluster, () => serves(found.pid, cluster));
  rmSync(pidFile(cluster), { force: true });
  return undefined;
}

/**
 * @param {Place} place
 * @param {string} cluster
 * @param {Pick<Required<ServerOptions>, "logFile" | "settings">} options
 */
async function launch(place, cluster, { logFile, settings }) {
  for (const deadline = Date.now() + READY_WITHIN; ; await sleep(500)) {
    const log = new Log(logFile);
    try {
      const child = await spawnServer(place, cluster, { log, settings });
      const ready = await untilReady(cluster, () => child.exitCode === null && child.signalCode === null);
      if (ready) return ready;
      // A query that outlives its killed server holds the old memory until it ends by itself.
      const held = log.text().includes("pre-existing shared memory block is still in use");
      if (!held || Date.now() > deadline)
        throw new StartFailure("PostgreSQL did not start.", { excerpt: log.excerpt() });
    } finally {
      log.close();
    }
  }
}

/**
 * @param {Place} place
 * @param {string} cluster
 * @param {{ log: Log, settings: Record<string, string> }} options
 */
async function spawnServer({ programs, account }, cluster, { log, settings }) {
  const all = { listen_addresses: "127.0.0.1", unix_socket_directories: "", ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(programs.postgres, ["-D", cluster, "-p", String(await freePort()), ...flags], {
    ...account,
    detached: true, // Ctrl-C reaches the launcher alone, which stops the server last
    stdio: ["ignore", log.descriptor, log.descriptor],
    cwd: "/",
    env: environment(),
  });
  await once(child, "spawn");
  return child;
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/**
 * The server once it accepts connections, or nothing when it ends before. Recovery after a crash can take a while.
 * @param {string} cluster
 * @param {() => boolean} alive
 */
async function untilReady(cluster, alive) {
  for (const deadline = Date.now() + READY_WITHIN; alive(); await sleep(10)) {
    const found = readPidFile(cluster);
    if (found?.ready && serves(found.pid, cluster)) return found;
    if (Date.now() > deadline) throw new StartFailure("PostgreSQL did not get ready within two minutes: see its log.");
  }
  return undefined;
}

/**
 * @param {number} pid
 * @param {string} cluster
 */
async function untilEnded(pid, cluster) {
  while (serves(pid, cluster)) await sleep(500, undefined, { ref: false });
}
