// @ts-check
import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { ENDS_WITH_LAUNCHER } from "./command.js";
import { StartFailure } from "./failure.js";
import { Log } from "./log.js";

const SHORTEST_DELAY = 250;
const LONGEST_DELAY = 10_000;
/** A child that lived this long had no trouble starting. */
const SETTLED = 30_000;
const STOPS_WITHIN = 10_000;
/** V8 keeps what a busy hour made it take. A quarter of its default halves that, and costs little (docs/performance.md). */
const YOUNG_GENERATION = "--max-semi-space-size=4";

/**
 * @typedef {object} ChildOptions
 * @property {string} name
 * @property {string[]} args for Node.js
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} env
 * @property {string} logFile
 */

/** A process of the product that runs until it is stopped: one that ends is started again. */
export class Child {
  #stopping = false;
  #restarting = false;

  /** @param {ChildOptions} options */
  constructor(options) {
    this.options = options;
    this.log = new Log(options.logFile);
    this.process = this.#spawn();
    this.ended = endOf(this.process);
  }

  #spawn() {
    const { args, cwd, env } = this.options;
    const output = this.log.descriptor;
    return spawn(process.execPath, [YOUNG_GENERATION, ENDS_WITH_LAUNCHER, ...args], {
      cwd,
      env,
      detached: true, // Ctrl-C reaches the launcher alone, which stops its children in order
      stdio: ["ignore", output, output, "ipc"],
    });
  }

  get isRunning() {
    return this.process.exitCode === null && this.process.signalCode === null;
  }

  /** Rejects when the process ends: before it has worked once, starting it again would not help. */
  async refuseToEnd() {
    const how = await this.ended;
    throw new StartFailure(`The ${this.options.name} process ended while starting (${how}).`, {
      excerpt: this.log.excerpt(),
    });
  }

  /**
   * Starts the process again whenever it ends, with growing delays, until it is stopped.
   * @param {(message: string) => void} report
   */
  async keepRunning(report) {
    for (let delay = SHORTEST_DELAY; ; delay = Math.min(delay * 2, LONGEST_DELAY)) {
      const begin = performance.now();
      const how = await this.ended;
      if (this.#stopping) return;
      if (this.#restarting || performance.now() - begin > SETTLED) delay = SHORTEST_DELAY;
      if (!this.#restarting) {
        report(`The ${this.options.name} process ended (${how}); starting it again. See ${this.options.logFile}`);
      }
      this.#restarting = false;
      await sleep(delay, undefined, { ref: false });
      if (this.#stopping) return;
      this.process = this.#spawn();
      this.ended = endOf(this.process);
    }
  }

  /** Ends the process, so that it is started again. */
  restart() {
    this.#restarting = true;
    this.process.kill("SIGTERM");
  }

  /** Asks the process to end and, if it does not, kills it with what it started. */
  async stop() {
    this.#stopping = true;
    if (this.isRunning) {
      this.process.kill("SIGTERM");
      const kill = setTimeout(() => process.kill(-Number(this.process.pid), "SIGKILL"), STOPS_WITHIN);
      await this.ended;
      clearTimeout(kill);
    }
    this.log.close();
  }
}

/**
 * How a process ended, in words.
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<string>}
 */
function endOf(child) {
  return new Promise((resolve, reject) => {
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
    child.once("error", reject);
  });
}
