import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "#lib/server/errors.ts";
import { log } from "#lib/server/log.ts";

const FIRST_DELAY = 100;
const LONGEST_DELAY = 2_000;

/** Does it again, with growing delays, until the database answers. Refusals are answers and are thrown. */
export async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (let delay = FIRST_DELAY; ; delay = Math.min(delay * 2, LONGEST_DELAY)) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof AppError) throw error;
      log.warn({ error }, "the database did not answer; trying again");
      await sleep(delay * (0.5 + Math.random() / 2));
    }
  }
}
