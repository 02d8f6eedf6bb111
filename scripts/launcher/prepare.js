// @ts-check
import { ENDS_WITH_LAUNCHER, runCommand } from "./command.js";
import { StartFailure } from "./failure.js";

/**
 * How people get in: an address for the first administrator while there is none, and accounts made just now.
 * @typedef {{ role: string, email: string, password: string }} Account
 * @typedef {{ setUpUrl: string | null, accounts: Account[] }} Entrance
 */

/**
 * Runs the program that installs what the product brings along, and returns what it says: one line of JSON.
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
  try {
    return JSON.parse(output);
  } catch (error) {
    throw new StartFailure("The preparation did not say how to sign in.", { excerpt: output, cause: error });
  }
}
