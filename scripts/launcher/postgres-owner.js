// @ts-check
import { lstatSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import path from "node:path";
import { errorCode, StartFailure } from "./failure.js";
import { readPidFile, serves } from "./postmaster.js";

/**
 * A database outside its data folder, to which a link leads, belongs to that one folder: a copy of it has a link that leads
 * to the same database, and must neither work on it nor end it. Throws StartFailure.
 * @param {string} home as the link leads to it
 * @param {string} dataFolder
 */
export function claimHome(home, dataFolder) {
  const folder = realpathSync(dataFolder);
  if (home === homeOf(folder)) return;
  const file = path.join(home, "owner");
  const owner = readOrEmpty(file);
  if (owner === folder) return;
  if (owner && leadsTo(homeOf(owner), home)) throw notACopy(folder, home, `the database of ${owner}`);
  if (!owner) refuseRunning(home, folder);
  writeFileSync(file, folder); // it is new, or its data folder was moved
}

/**
 * Throws StartFailure where the link of a data folder leads to a folder that is not there, as after a copy to another machine.
 * @param {string} link
 */
export function refuseLostHome(link) {
  if (!lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() || leadsTo(link)) return;
  throw new StartFailure(`${link} leads to a folder that is not there: put that folder back too (README, Back-up).`);
}

/** @param {string} dataFolder */
const homeOf = (dataFolder) => path.join(dataFolder, "postgres");

/**
 * Who was started before there were owners has left none: what runs is of a console that goes on, or of one that was killed.
 * @param {string} home
 * @param {string} folder
 */
function refuseRunning(home, folder) {
  const cluster = path.join(home, "data");
  const found = readPidFile(cluster);
  if (!found || !serves(found.pid, cluster)) return;
  const end = `Or, if this is no copy and no console runs, end PostgreSQL (pid ${found.pid}) and start again.`;
  throw notACopy(folder, home, "a database that runs already", end);
}

/**
 * @param {string} folder
 * @param {string} home
 * @param {string} whose
 * @param {string} [end]
 */
function notACopy(folder, home, whose, end) {
  const copy = `copy ${home} too, and let the link lead to the copy (README, Back-up).`;
  return new StartFailure([`${homeOf(folder)} leads to ${whose}: ${copy}`, ...(end ? [end] : [])].join("\n"));
}

/**
 * Whether a link leads anywhere, or to this folder.
 * @param {string} link
 * @param {string} [folder]
 */
function leadsTo(link, folder) {
  try {
    const found = realpathSync(link);
    return folder === undefined || found === folder;
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(errorCode(error))) return false;
    throw error;
  }
}

/** @param {string} file */
function readOrEmpty(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return "";
    throw error;
  }
}
