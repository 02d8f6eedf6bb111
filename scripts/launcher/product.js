// @ts-check

/**
 * The programs of the product, as arguments for Node.js.
 * @typedef {object} Product
 * @property {string[]} prepare
 * @property {string[]} web
 * @property {string[]} worker
 */

const NEXT = "node_modules/next/dist/bin/next";
/** Under this condition `server-only` is empty; without it, it throws. */
const SERVER = "--conditions=react-server";

/**
 * @param {import("./settings.js").Settings} settings
 * @returns {Product}
 */
export function product({ host, port, dev, demo }) {
  return {
    prepare: [SERVER, "lib/server/prepare.ts", ...(demo ? ["--demo"] : [])],
    web: [NEXT, dev ? "dev" : "start", "-H", host, "-p", String(port)],
    worker: [...(dev ? ["--watch"] : []), SERVER, "lib/worker/main.ts"],
  };
}
