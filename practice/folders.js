// @ts-check
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { cp, mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { pipeline } from "node:stream/promises";
import { inside } from "./site.js";

/** @import { Place } from "./site.js" */

/** @param {string} path */
export const exists = async (path) => (await stat(path).catch(() => null)) !== null;

/**
 * The files of a folder and of the folders in it, as sorted paths; none when there is no folder.
 * @param {string} folder
 */
export async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** @param {string} file */
export const checksum = async (file) =>
  createHash("sha256")
    .update(await readFile(file))
    .digest("hex");

/**
 * @param {string} a
 * @param {string} b
 */
export const sameContent = async (a, b) =>
  (await exists(a)) && (await exists(b)) && (await checksum(a)) === (await checksum(b));

/**
 * Makes a folder of the site anew. The old one stays in place until the new one is complete.
 * @param {Place} site
 * @param {string} name
 * @param {(folder: string) => Promise<void>} fill
 */
export async function rebuildFolder(site, name, fill) {
  const folder = await inside(site, name);
  const next = await inside(site, `${name}.new`);
  await rm(next, { recursive: true, force: true });
  await mkdir(next, { recursive: true });
  await fill(next);
  await rm(folder, { recursive: true, force: true });
  await rename(next, folder);
}

/**
 * Makes a folder of the site a copy of another one.
 * @param {string} from
 * @param {Place} site
 * @param {string} name
 */
export const replaceFolder = (from, site, name) =>
  rebuildFolder(site, name, (folder) => cp(from, folder, { recursive: true }));

/**
 * Removes a folder of the site, and nothing else.
 * @param {Place} site
 * @param {string} name
 */
export async function removeFolder(site, name) {
  await rm(await inside(site, name), { recursive: true, force: true });
}

const CHUNK = 128 * 1024;

/**
 * Copies a file piece by piece and tells how far it is.
 * @param {string} from
 * @param {string} to
 * @param {(copied: number, size: number) => void} progress
 */
export async function copyFile(from, to, progress) {
  await mkdir(dirname(to), { recursive: true });
  const { size } = await stat(from);
  let copied = 0;
  await pipeline(
    createReadStream(from, { highWaterMark: CHUNK }),
    async function* count(/** @type {AsyncIterable<Buffer>} */ pieces) {
      for await (const piece of pieces) {
        yield piece;
        copied += piece.length;
        progress(copied, size);
      }
    },
    createWriteStream(to),
  );
}
