// @ts-check
import { lstat, mkdir, readFile, realpath, rename, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";

/**
 * A practice site is a folder. Nothing outside the two site folders and the file between them is ever touched.
 * @typedef {{ key: string, name: string, folder: string }} Place
 * @typedef {Place & { root: string, peer: Place }} Site
 * @typedef {{ from: string, export: string, at: string }} Switched
 * @typedef {{ lockedAt: string | null, collection: "on" | "off", switched: Switched | null }} State
 */

/** Why a practice program did not do its work, as a sentence for the person who started it. */
export class Refusal extends Error {
  /**
   * @param {string} message
   * @param {number} [exitCode]
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

const marker = "practice-site.json";

/**
 * @param {string} folder
 * @returns {Promise<Site>}
 */
export async function openSite(folder) {
  const real = await realpath(folder).catch(() => folder);
  const about = await readJson(join(real, marker), null);
  if (about?.practice !== true) throw new Refusal(`${folder} is not a practice site`);
  const root = dirname(real);
  const peer = await readJson(join(root, basename(about.peer), marker), null);
  if (peer?.practice !== true) throw new Refusal(`${about.peer} is not a practice site`);
  return {
    ...place(root, basename(real), about.name),
    root,
    peer: place(root, basename(about.peer), peer.name),
  };
}

const place = (/** @type {string} */ root, /** @type {string} */ key, /** @type {string} */ name) => ({
  key,
  name,
  folder: join(root, key),
});

/**
 * Writes what makes a folder a practice site. It comes last, when everything else is in place.
 * @param {Place} site
 * @param {string} peer
 */
export const markSite = (site, peer) => writeJson(join(site.folder, marker), { practice: true, name: site.name, peer });

/** @param {Place} site */
export const isMarked = async (site) => (await readJson(join(site.folder, marker), null)) !== null;

/**
 * A path inside a site's folder. Refuses one that leads out of it, also by a link.
 * @param {Place} site
 * @param {string[]} parts
 */
export async function inside(site, ...parts) {
  const path = join(site.folder, ...parts);
  const steps = relative(site.folder, path).split("/");
  if (steps[0] === "" || steps[0] === "..") throw new Refusal(`${path} is outside the folder of the site`);
  let walked = site.folder;
  for (const step of steps) {
    walked = join(walked, step);
    const found = await lstat(walked).catch(() => null);
    if (found?.isSymbolicLink()) throw new Refusal(`${walked} is a link; it may lead outside the folder of the site`);
  }
  return path;
}

/**
 * @param {Place} site
 * @returns {Promise<State>}
 */
export const readState = (site) =>
  readJson(join(site.folder, "state.json"), { lockedAt: null, collection: "off", switched: null });

/**
 * @param {Place} site
 * @param {Partial<State>} change
 */
export async function changeState(site, change) {
  await writeJson(await inside(site, "state.json"), { ...(await readState(site)), ...change });
}

/** @param {string} root */
const replicationFile = (root) => join(root, "replication.json");

/** Whether what one site exports still reaches the other. @param {Site} site @returns {Promise<boolean>} */
export const isReplicating = async (site) => (await readJson(replicationFile(site.root), { running: true })).running;

/**
 * @param {string} root
 * @param {boolean} running
 */
export const setReplicating = (root, running) => writeJson(replicationFile(root), { running });

/**
 * @param {string} file
 * @param {unknown} absent
 * @returns {Promise<any>}
 */
export async function readJson(file, absent) {
  const text = await readFile(file, "utf8").catch(() => null);
  return text === null ? absent : JSON.parse(text);
}

/**
 * Whole or not at all: a program that is killed leaves no half-written file.
 * @param {string} file
 * @param {unknown} value
 */
export async function writeJson(file, value) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`);
  await rename(`${file}.new`, file);
}
