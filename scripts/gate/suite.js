// @ts-check
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

/**
 * @typedef {{ root: string, stop: AbortSignal }} Context
 * @typedef {{ passed: number, failed: number, output: string }} Outcome
 * @typedef {{ name: string, run: (context: Context) => Promise<Outcome> }} Suite
 */

/** Settings of the product: whoever has them set for himself gets the same tests as everybody. */
const SETTINGS = ["DATABASE_URL", "DATA_DIR", "BASE_URL", "AUTH_SECRET", "HOST", "PORT"];

/**
 * Runs a program of Node.js to its end.
 * @param {string[]} args
 * @param {Context & { env?: Record<string, string> }} options
 */
export async function run(args, { root, stop, env = {} }) {
  stop.throwIfAborted();
  const inherited = Object.entries(process.env).filter(([name]) => !SETTINGS.includes(name));
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: {
      ...Object.fromEntries(inherited),
      NODE_ENV: process.env.NODE_ENV,
      PATH: pinnedPath(),
      NODE_COMPILE_CACHE: path.join(root, ".data", "compile-cache"), // the tests start hundreds of processes
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const end = () => child.kill("SIGTERM");
  stop.addEventListener("abort", end);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += data));
  const [code] = await once(child, "close");
  stop.removeEventListener("abort", end);
  stop.throwIfAborted();
  return { ok: code === 0, output };
}

/** With the Node.js of this process first, so that whatever is started by name is started on it. */
const pinnedPath = () => [path.dirname(process.execPath), process.env.PATH].join(path.delimiter);

/**
 * A check that passes or fails as a whole: it counts as one.
 * @param {string} name
 * @param {...string[]} programs run one after the other, until one fails
 * @returns {Suite}
 */
export function check(name, ...programs) {
  return {
    name,
    async run(context) {
      for (const args of programs) {
        const { ok, output } = await run(args, context);
        if (!ok) return { passed: 0, failed: 1, output };
      }
      return { passed: 1, failed: 0, output: "" };
    },
  };
}

/**
 * The outcome of a program that counts its own tests. One that fails without a failed test has failed all the same.
 * @param {{ ok: boolean, output: string }} result
 * @param {{ passed: number, failed: number }} counted
 * @returns {Outcome}
 */
export function outcome({ ok, output }, { passed, failed }) {
  return { passed, failed: ok ? failed : Math.max(failed, 1), output };
}
