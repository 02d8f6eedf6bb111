// @ts-check
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { errorCode } from "./failure.js";

/**
 * What a step of the build is made from, and where its result lies.
 * @typedef {object} Step
 * @property {string[]} include patterns of files
 * @property {string[]} exclude
 * @property {string} result a folder; the fingerprint of its inputs is kept in it, and goes with it
 * @property {string} proof a file that is in it when it is whole
 */

/**
 * One hash over the names and contents of all inputs.
 * @param {string} root
 * @param {Step} step
 */
export function fingerprint(root, { include, exclude }) {
  const hash = createHash("sha256").update(process.version);
  for (const name of globSync(include, { cwd: root, exclude }).sort()) {
    const file = path.join(root, name);
    if (statSync(file).isDirectory()) continue;
    const content = readFileSync(file);
    hash.update(`\n${name}\n${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

/**
 * Whether the result is there and made from the inputs as they are now.
 * @param {string} root
 * @param {Step} step
 */
export function isCurrent(root, step) {
  if (!existsSync(path.join(root, step.result, step.proof))) return false;
  try {
    return readFileSync(recordOf(root, step), "utf8") === fingerprint(root, step);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return false;
    throw error;
  }
}

/**
 * Makes the result anew. One that fails, or is broken off, is not current.
 * @param {string} root
 * @param {Step} step
 * @param {() => Promise<unknown>} make
 */
export async function remake(root, step, make) {
  const record = recordOf(root, step);
  const inputs = fingerprint(root, step); // as they were before: they may change meanwhile
  rmSync(record, { force: true });
  await make();
  mkdirSync(path.dirname(record), { recursive: true });
  writeFileSync(record, inputs);
}

/**
 * @param {string} root
 * @param {Step} step
 */
const recordOf = (root, { result }) => path.join(root, result, "made-from.sha256");
