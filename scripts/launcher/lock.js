// @ts-check
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, readdirSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { connect, createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { errorCode, StartFailure } from "./failure.js";

/** The shortest limit on the path of a socket, that of macOS, is 103 bytes. */
const LONGEST_FOLDER = 80;

/**
 * `recovered` says that the previous owner was killed: what it started may be about to end.
 * @typedef {AsyncDisposable & { recovered: boolean }} Lock
 */

/**
 * Makes this process the only launcher of a data folder, or throws StartFailure with the pid of the one there is.
 *
 * An owner is a socket that answers: unlike a file with a pid it tells whether its process lives, however that ended.
 * Owners are numbered by links to their sockets. A number is taken once and never again, so that of several that find a
 * dead owner one gets the next number, and the others see it: its socket answers before the link is there.
 * @param {string} dataFolder
 * @returns {Promise<Lock>}
 */
export async function lockFolder(dataFolder) {
  const folder = folderOfLock(dataFolder);
  const socket = `${randomBytes(4).toString("hex")}.sock`;
  const server = createServer((connection) => connection.end(String(process.pid))).listen(path.join(folder, socket));
  await once(server, "listening");
  const release = async () => void (await once(server.close(), "close")); // removes the socket, and leaves the link
  for (;;) {
    const last = lastNumber(folder);
    const { pid, wasKilled } = await ask(path.join(folder, String(last)));
    if (pid) {
      await release();
      throw new StartFailure(`The console is already running on this data folder (pid ${pid}).`);
    }
    if (!takes(folder, last + 1, socket)) continue;
    removeOlder(folder, last + 1);
    return { recovered: wasKilled, [Symbol.asyncDispose]: release };
  }
}

/** @param {string} dataFolder */
function folderOfLock(dataFolder) {
  const name = createHash("sha256").update(dataFolder).digest("hex").slice(0, 16);
  const inside = path.join(dataFolder, "lock");
  const folder = Buffer.byteLength(inside) <= LONGEST_FOLDER ? inside : path.join(os.tmpdir(), `switchover-${name}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** @param {string} folder */
const numbers = (folder) => readdirSync(folder).map(Number).filter(Number.isInteger);

/** @param {string} folder */
const lastNumber = (folder) => Math.max(0, ...numbers(folder));

/**
 * The pid of the owner that answers. One that ended orderly has removed its socket; one that was killed has not.
 * @param {string} link
 */
async function ask(link) {
  try {
    return { pid: await text(connect(link)), wasKilled: false };
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT" || code === "ECONNREFUSED") return { pid: "", wasKilled: code === "ECONNREFUSED" };
    throw error;
  }
}

/**
 * @param {string} folder
 * @param {number} number
 * @param {string} socket
 */
function takes(folder, number, socket) {
  try {
    symlinkSync(socket, path.join(folder, String(number)));
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  }
}

/**
 * @param {string} folder
 * @param {number} number
 */
function removeOlder(folder, number) {
  for (const older of numbers(folder).filter((other) => other < number)) {
    const link = path.join(folder, String(older));
    rmSync(path.join(folder, readlinkSync(link)), { force: true });
    rmSync(link);
  }
}
