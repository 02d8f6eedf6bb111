// @ts-check
// Runs before anything is installed, on the Node.js of the machine: no dependencies, nothing newer than Node 20.19.
import { readFileSync } from "node:fs";
import path from "node:path";
import { runCommand } from "./command.js";
import { errorCode, StartFailure } from "./failure.js";

/** @typedef {Record<string, { version?: string, optional?: boolean, dev?: boolean, devOptional?: boolean }>} Packages */

/**
 * Refuses a Node.js that cannot even start the installation. Throws StartFailure.
 * @param {string} root
 */
export function refuseOldNode(root, version = process.versions.node) {
  const oldest = readJson(path.join(root, "package.json")).engines.node.replace(">=", "");
  if (version.localeCompare(oldest, "en", { numeric: true }) >= 0) return;
  throw new StartFailure(`Node.js ${version} is too old: ${oldest} or newer is needed.`);
}

/**
 * Whether node_modules holds what package-lock.json names. npm keeps its own account of what it installed, written last;
 * packages for other platforms are not in it.
 * @param {string} root
 * @param {{ development: boolean }} options whether the packages for development count
 */
export function isInstalled(root, { development }) {
  const installed = readPackages(path.join(root, "node_modules/.package-lock.json"));
  const wanted = Object.entries(readPackages(path.join(root, "package-lock.json")));
  return wanted.every(([folder, { version, optional, dev, devOptional }]) => {
    if (folder === "") return true;
    const found = installed[folder]?.version;
    return found === version || (found === undefined && (optional || ((dev || devOptional) && !development)));
  });
}

/**
 * @param {string} file
 * @returns {Packages}
 */
function readPackages(file) {
  try {
    return readJson(file).packages;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return {};
    throw error;
  }
}

/** @param {string} file */
const readJson = (file) => JSON.parse(readFileSync(file, "utf8"));

/**
 * Installs what package-lock.json names. Throws StartFailure.
 * @param {{ root: string, logFile: string, stop: AbortSignal }} options
 */
export async function install({ root, logFile, stop }) {
  await runCommand({
    program: "npm",
    args: ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=notice"],
    cwd: root,
    env: { ...process.env, PATH: pathOutside(root) },
    logFile,
    failure: "npm ci could not install the packages",
    stop,
  });
}

/**
 * npm puts node_modules/.bin first, and with it a Node.js that `npm ci` is about to delete.
 * @param {string} root
 */
function pathOutside(root) {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return folders.filter((folder) => !folder.startsWith(path.join(root, "node_modules"))).join(path.delimiter);
}

/**
 * The Node.js that package-lock.json pins, the same on every machine.
 * @param {string} root
 */
export const lockedNode = (root) => path.join(root, "node_modules/node/bin/node");

/**
 * Whether this process runs on the pinned Node.js.
 * @param {string} root
 */
export function runsOnLockedNode(root) {
  return process.versions.node === readJson(path.join(root, "node_modules/node/package.json")).version;
}
