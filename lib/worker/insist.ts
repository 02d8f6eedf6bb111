import { setTimeout as sleep } from "node:timers/promises";
import { ZodError } from "zod";
import { AppError } from "#lib/server/errors.ts";
import { log } from "#lib/server/log.ts";

const FIRST_DELAY = 100;
const LONGEST_DELAY = 2_000;

/**
 * Does it again, with growing delays, until the database answers. What would never go better is thrown: refusals, faults
 * in the program, and data that the database does not take (SQLSTATE classes 22 and 23).
 */
export async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (let delay = FIRST_DELAY; ; delay = Math.min(delay * 2, LONGEST_DELAY)) {
    try {
      return await work();
    } catch (error) {
      if (isFinal(error)) throw error;
      log.warn({ error }, "the database did not answer; trying again");
      await sleep(delay * (0.5 + Math.random() / 2));
    }
  }
}

function isFinal(error: unknown): boolean {
  if (error instanceof AppError || error instanceof TypeError || error instanceof ZodError) return true;
  return error instanceof Error && "code" in error && /^2[23]...$/.test(String(error.code));
}
