// @ts-check
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { StartFailure } from "./failure.js";
import { Log } from "./log.js";

/**
 * `stdout` is returned when `capture` is set; everything else goes to the log.
 * @typedef {object} Command
 * @property {string} program
 * @property {string[]} args
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} env
 * @property {string} logFile
 * @property {string} failure the sentence to say when it fails
 * @property {AbortSignal} stop
 * @property {boolean} [capture]
 */

/** Makes a Node.js process that this one starts end with it, even when this one is killed. */
export const ENDS_WITH_LAUNCHER = `--import=${new URL(`end-with-launcher.js?launcher=${process.pid}`, import.meta.url)}`;

/**
 * Runs a command to its end. Throws StartFailure when it fails, and the reason of `stop` when that is aborted.
 * @param {Command} command
 */
export async function runCommand({ program, args, cwd, env, logFile, failure, stop, capture = false }) {
  stop.throwIfAborted();
  const log = new Log(logFile);
  try {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ["ignore", capture ? "pipe" : log.descriptor, log.descriptor, "ipc"],
    });
    const end = () => child.kill("SIGTERM");
    stop.addEventListener("abort", end);
    const [[code, signal], output] = await Promise.all([once(child, "close"), child.stdout ? text(child.stdout) : ""]);
    stop.removeEventListener("abort", end);
    stop.throwIfAborted();
    if (code !== 0)
      throw new StartFailure(`${failure} (${signal ?? `exit code ${code}`}).`, { excerpt: log.excerpt() });
    return output;
  } catch (error) {
    if (error instanceof StartFailure || stop.aborted) throw error;
    throw new StartFailure(`${failure}: ${program} could not be started.`, { cause: error });
  } finally {
    log.close();
  }
}
