// @ts-check

/** Why the product cannot start, as one sentence for the person who started it, with an excerpt of a log where that helps. */
export class StartFailure extends Error {
  name = "StartFailure";

  /**
   * @param {string} sentence
   * @param {{ excerpt?: string, cause?: unknown }} [more]
   */
  constructor(sentence, { excerpt = "", cause } = {}) {
    super(sentence, { cause });
    this.excerpt = excerpt;
  }
}

/**
 * The code of a system or database error, or "" when it has none.
 * @param {unknown} error
 */
export function errorCode(error) {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/**
 * What an error says. Node reports a refused connection to a name with two addresses as an AggregateError without a message.
 * @param {unknown} error
 * @returns {string}
 */
export function errorMessage(error) {
  if (error instanceof AggregateError && !error.message) return errorMessage(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
