// @ts-check
// Runs before anything is installed, on the Node.js of the machine: no dependencies, nothing newer than Node 20.19.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { StartFailure } from "./failure.js";
import { install, isInstalled, lockedNode, refuseOldNode, runsOnLockedNode } from "./install.js";
import { phase } from "./phase.js";

/**
 * Installs what is missing and makes sure that the pinned Node.js runs this program. Returns the exit code when it had
 * to be run again by that, and nothing when it does already. Throws StartFailure.
 * @param {{ root: string, development: boolean, logFile: string, stop: AbortSignal }} options
 */
export async function bootstrap({ root, development, logFile, stop }) {
  refuseOldNode(root);
  if (!isInstalled(root, { development })) await phase("Install", () => install({ root, logFile, stop }));
  if (runsOnLockedNode(root)) return undefined;
  if (!existsSync(lockedNode(root))) {
    throw new StartFailure("npm left out Node.js itself: its install script must be allowed (ignore-scripts off).");
  }
  return await runAgain(lockedNode(root), stop);
}

/**
 * @param {string} node
 * @param {AbortSignal} stop
 * @returns {Promise<number>}
 */
async function runAgain(node, stop) {
  // When this process is killed, the other notices that the channel is closed.
  const child = spawn(node, process.argv.slice(1), { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  stop.addEventListener("abort", () => child.kill("SIGTERM"));
  const [code] = await once(child, "exit");
  return code ?? 1;
}
