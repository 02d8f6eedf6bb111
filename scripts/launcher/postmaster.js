// @ts-check
import { spawnSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { errorCode } from "./failure.js";

/** @typedef {{ pid: number, port: number, ready: boolean }} Postmaster */

/** @param {string} cluster */
export const pidFile = (cluster) => path.join(cluster, "postmaster.pid");

/**
 * What `postmaster.pid` says: pid on line 1, port on line 4, status on line 8 (backend `src/include/utils/pidfile.h`).
 * @param {string} cluster
 * @returns {Postmaster | undefined}
 */
export function readPidFile(cluster) {
  try {
    const lines = readFileSync(pidFile(cluster), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.startsWith("ready") ?? false };
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/**
 * Whether `pid` is the server of this cluster. A number alone proves nothing: after a restart of the machine or of a
 * container it may belong to any process.
 * @param {number} pid
 * @param {string} cluster
 */
export function serves(pid, cluster) {
  if (process.platform !== "linux") {
    return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout.includes(cluster);
  }
  return (
    readProcess(pid, (proc) => readFileSync(`${proc}/cmdline`, "utf8").split("\0")).includes(cluster) ||
    // The folder may have been renamed since: the server works in it.
    readProcess(pid, (proc) => [readlinkSync(`${proc}/cwd`)]).includes(cluster)
  );
}

/**
 * @param {number} pid
 * @param {(proc: string) => string[]} read
 */
function readProcess(pid, read) {
  try {
    return read(`/proc/${pid}`);
  } catch (error) {
    if (["ENOENT", "ESRCH", "EACCES", "EPERM"].includes(errorCode(error))) return [];
    throw error;
  }
}

/**
 * Ends the server, politely first. Resolves when it is gone, rejects when it cannot be ended.
 * @param {number} pid
 * @param {string} cluster
 */
export async function endServer(pid, cluster) {
  // SIGINT rolls back what is open and writes a checkpoint; SIGQUIT leaves recovery to the next start.
  for (const [signal, milliseconds] of /** @type {const} */ ([
    ["SIGINT", 10_000],
    ["SIGQUIT", 5_000],
  ])) {
    if (!serves(pid, cluster)) return;
    process.kill(pid, signal);
    if (await isGone(pid, cluster, milliseconds)) return;
  }
  throw new Error(`PostgreSQL (pid ${pid}) does not end.`);
}

/**
 * @param {number} pid
 * @param {string} cluster
 * @param {number} milliseconds
 */
async function isGone(pid, cluster, milliseconds) {
  for (const deadline = Date.now() + milliseconds; Date.now() < deadline; await sleep(10)) {
    if (!serves(pid, cluster)) return true;
  }
  return false;
}
