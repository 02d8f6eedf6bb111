// @ts-check
import path from "node:path";
import { databaseClient, pages } from "./build.js";

/**
 * What is built and run. Programs are arguments for Node.js.
 * @typedef {object} Product
 * @property {string} migrations a folder
 * @property {import("./build.js").BuildStep[]} build
 * @property {string[]} prepare
 * @property {string[]} web
 * @property {string[]} worker
 * @property {string} [watched] a folder of sources; the worker is started again when one of them changes
 */

const NEXT = "node_modules/next/dist/bin/next";
/** Under this condition `server-only` is empty; without it, it throws. */
const SERVER = "--conditions=react-server";

/**
 * @param {import("./settings.js").Settings} settings
 * @returns {Product}
 */
export function product({ root, host, port, dev, demo, newAdministrator }) {
  return {
    migrations: path.join(root, "prisma/migrations"),
    build: dev ? [databaseClient] : [databaseClient, pages],
    prepare: [
      ...[SERVER, "lib/server/prepare.ts"],
      ...(demo ? ["--demo"] : []),
      ...(newAdministrator ? ["--new-administrator"] : []),
    ],
    web: [NEXT, dev ? "dev" : "start", "-H", host, "-p", String(port)],
    worker: [SERVER, "lib/worker/main.ts"],
    ...(dev && { watched: path.join(root, "lib") }),
  };
}
