// @ts-check
import { StartFailure } from "./failure.js";
import { stopSignal } from "./stop.js";

/**
 * Runs a program that returns its exit code, and says in one sentence why it failed.
 * @param {(stop: AbortSignal) => Promise<number>} main
 */
export async function runProgram(main) {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", () => {}); // the terminal may be closed before everything is stopped
  }
  const stop = stopSignal();
  try {
    process.exit(await main(stop));
  } catch (error) {
    if (stop.aborted && error instanceof Error && error.name === "AbortError") process.exit(130);
    console.error(explain(error));
    process.exit(1);
  }
}

/**
 * What to print about an error: a sentence, or for one that nobody expected all that is known.
 * @param {unknown} error
 */
export function explain(error) {
  if (!(error instanceof StartFailure)) return error;
  return error.excerpt ? `${error.excerpt}\n\n${error.message}` : error.message;
}
