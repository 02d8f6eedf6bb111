// @ts-check
import { setTimeout as sleep } from "node:timers/promises";
import { errorMessage, StartFailure } from "./failure.js";

const HEALTHY_WITHIN = 60_000;

/**
 * Resolves when the product says that it works and reaches its database. Throws StartFailure when it does not in time.
 * @param {string} url
 * @param {AbortSignal} stop
 */
export async function untilHealthy(url, stop) {
  let answer = "nothing";
  for (
    const deadline = Date.now() + HEALTHY_WITHIN;
    Date.now() < deadline;
    await sleep(20, undefined, { signal: stop })
  ) {
    try {
      const response = await fetch(url, { signal: AbortSignal.any([stop, AbortSignal.timeout(5_000)]) });
      answer = await response.text();
      if (response.ok && JSON.parse(answer).database.ok) return;
    } catch (error) {
      stop.throwIfAborted();
      answer = errorMessage(error);
    }
  }
  throw new StartFailure(`The console is not healthy after ${HEALTHY_WITHIN / 1000} s: see logs/web.log.`, {
    excerpt: answer,
  });
}
