// @ts-check
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { errorCode, errorMessage, StartFailure } from "./failure.js";
import { localUrl } from "./settings.js";

/**
 * Throws StartFailure when nothing can listen there, after trying for `patience` milliseconds, or no browser would come.
 * @param {{ host: string, port: number }} address
 * @param {number} patience
 */
export async function refuseTakenPort({ host, port }, patience) {
  for (const deadline = Date.now() + patience; ; await sleep(50)) {
    const error = await tryListening(host, port);
    if (!error) return await refuseBlockedPort(host, port);
    if (errorCode(error) === "EADDRINUSE") {
      if (Date.now() < deadline) continue;
      throw new StartFailure(`Port ${port} of ${host} is taken by another program: end it, or choose another PORT.`);
    }
    throw new StartFailure(`The console cannot listen on port ${port} of ${host} (${errorMessage(error)}).`);
  }
}

/**
 * @param {string} host
 * @param {number} port
 */
async function tryListening(host, port) {
  const server = createServer().listen(port, host);
  try {
    await once(server, "listening");
    await once(server.close(), "close");
    return undefined;
  } catch (error) {
    return error;
  }
}

/**
 * Browsers reach no port that an old protocol has; nor does fetch (https://fetch.spec.whatwg.org/#port-blocking).
 * @param {string} host
 * @param {number} port
 */
async function refuseBlockedPort(host, port) {
  try {
    await fetch(localUrl(host, port));
  } catch (error) {
    // It has no code. A port that is not blocked is refused by nobody listening yet.
    if (errorMessage(error).includes("bad port")) {
      throw new StartFailure(`Browsers refuse to open port ${port}: choose another PORT.`, { cause: error });
    }
  }
}
