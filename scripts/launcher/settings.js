// @ts-check
import path from "node:path";
import { StartFailure } from "./failure.js";

/**
 * What the person who starts the product decides.
 * @typedef {object} Settings
 * @property {string} root the clone
 * @property {string} dataFolder
 * @property {string} host
 * @property {number} port
 * @property {string} baseUrl the address people use
 * @property {string | undefined} databaseUrl a database of their own instead of the embedded one, as its owner
 * @property {{ web: string | undefined, worker: string | undefined }} programUrls the same as roles that own nothing
 * @property {boolean} demo
 * @property {boolean} newAdministrator whether an address is printed at which one more is made
 * @property {boolean} dev
 */

export const ROOT = path.resolve(import.meta.dirname, "../..");

const OPTIONS = ["--demo", "--dev", "--new-administrator"];

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} flags
 * @returns {Settings}
 */
export function readSettings(env, flags) {
  for (const flag of flags) {
    if (!OPTIONS.includes(flag))
      throw new StartFailure(`${flag} is not an option: there are --demo, --dev and --new-administrator.`);
  }
  const host = env.HOST || "127.0.0.1";
  const port = readPort(env.PORT || "3000");
  return {
    root: ROOT,
    dataFolder: path.resolve(ROOT, env.DATA_DIR || ".data"),
    host,
    port,
    baseUrl: readBaseUrl(env.BASE_URL || localUrl(host, port)),
    databaseUrl: env.DATABASE_URL || undefined,
    programUrls: { web: env.WEB_DATABASE_URL || undefined, worker: env.WORKER_DATABASE_URL || undefined },
    demo: flags.includes("--demo"),
    newAdministrator: flags.includes("--new-administrator"),
    dev: flags.includes("--dev"),
  };
}

/**
 * The address by which this machine reaches a server that listens on `host`.
 * @param {string} host
 * @param {number} port
 */
export function localUrl(host, port) {
  const reachable = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}`;
}

/** @param {string} text */
function readPort(text) {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new StartFailure(`PORT is ${text}: it must be a number from 1 to 65535.`);
}

/** @param {string} text */
function readBaseUrl(text) {
  if (URL.canParse(text) && /^https?:/.test(text)) return text.replace(/\/+$/, "");
  throw new StartFailure(`BASE_URL is ${text}: it must be an address like https://console.example.com.`);
}
