// @ts-check
import { createHash } from "node:crypto";
import { once } from "node:events";
import { renameSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { errorCode, StartFailure } from "./failure.js";

/** The shortest limit on the path of a socket, that of macOS, is 103 bytes. */
const LONGEST_PATH = 100;

/**
 * `recovered` says that the previous owner was killed: what it started may be about to end.
 * @typedef {AsyncDisposable & { recovered: boolean }} Lock
 */

/**
 * Makes this process the only launcher of a data folder, or throws StartFailure with the pid of the one there is.
 * The lock is a socket: unlike a file with a pid it tells whether its owner lives, however that ended.
 * @param {string} dataFolder
 * @returns {Promise<Lock>}
 */
export async function lockFolder(dataFolder) {
  const file = socketPath(dataFolder);
  for (let recovered = false; ; recovered = true) {
    const server = createServer((connection) => connection.end(String(process.pid)));
    if (await listens(server, file)) {
      return { recovered, [Symbol.asyncDispose]: async () => void (await once(server.close(), "close")) };
    }
    const owner = await ownerOf(file);
    if (owner !== undefined) throw alreadyRunning(owner);
    await removeStale(file);
  }
}

/** @param {string} dataFolder */
function socketPath(dataFolder) {
  const file = path.join(dataFolder, "launcher.sock");
  if (Buffer.byteLength(file) <= LONGEST_PATH) return file;
  const name = createHash("sha256").update(dataFolder).digest("hex").slice(0, 16);
  return path.join(os.tmpdir(), `switchover-console-${name}.sock`);
}

/** @param {string} pid */
const alreadyRunning = (pid) => new StartFailure(`The console is already running on this data folder (pid ${pid}).`);

/**
 * @param {import("node:net").Server} server
 * @param {string} file
 */
async function listens(server, file) {
  server.listen(file);
  try {
    await once(server, "listening");
    return true;
  } catch (error) {
    if (errorCode(error) === "EADDRINUSE") return false;
    throw error;
  }
}

/**
 * The pid of the process behind a socket, or nothing when none is.
 * @param {string} file
 */
async function ownerOf(file) {
  try {
    return await text(connect(file));
  } catch (error) {
    if (["ECONNREFUSED", "ENOENT"].includes(errorCode(error))) return undefined;
    throw error;
  }
}

/**
 * Two launchers may find the same stale socket. Each takes it away by renaming, so that one that took the fresh socket
 * of the other notices, and puts it back.
 * @param {string} file
 */
async function removeStale(file) {
  const taken = `${file}.${process.pid}`;
  try {
    renameSync(file, taken);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return;
    throw error;
  }
  const owner = await ownerOf(taken);
  if (owner === undefined) return rmSync(taken);
  renameSync(taken, file);
  throw alreadyRunning(owner);
}
