// @ts-check
import { ENDS_WITH_LAUNCHER, runCommand } from "./command.js";
import { StartFailure } from "./failure.js";

/**
 * How people get in: an address for the first administrator while there is none, or for a `further` one where that was
 * asked for, and accounts made just now. And the procedures whose newer text was not published, because the latest version is the organisation's own.
 * @typedef {{ role: string, email: string, password: string }} Account
 * @typedef {{ key: string, title: string, version: number }} Unpublished
 * @typedef {{ setUpUrl: string | null, further: boolean, accounts: Account[], unpublished: Unpublished[] }} Entrance
 */

/**
 * Runs the program that installs what the product brings along, and returns what it says: one line of JSON. Throws
 * StartFailure, with its sentence where a setting is wrong.
 * @param {{ args: string[], cwd: string, env: NodeJS.ProcessEnv, logFile: string, stop: AbortSignal }} options
 * @returns {Promise<Entrance>}
 */
export async function prepare({ args, ...options }) {
  const output = await runCommand({
    ...options,
    program: process.execPath,
    args: [ENDS_WITH_LAUNCHER, ...args],
    failure: "The built-in procedure and sites could not be installed",
    capture: true,
  });
  const said = read(output);
  if ("misconfigured" in said) throw new StartFailure(said.misconfigured);
  return said;
}

/**
 * @param {string} output
 * @returns {Entrance | { misconfigured: string }}
 */
function read(output) {
  try {
    return JSON.parse(output);
  } catch (error) {
    throw new StartFailure("The preparation did not say how to sign in.", { excerpt: output, cause: error });
  }
}
