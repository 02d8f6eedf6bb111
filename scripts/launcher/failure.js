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
 * What an error says. Where it wraps others, they tell more: a failed fetch hides its cause, and a connection refused at
 * two addresses of one name has no message at all.
 * @param {unknown} error
 * @returns {string}
 */
export function errorMessage(error) {
  if (error instanceof AggregateError && !error.message) return errorMessage(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  return error.cause ? `${error.message}: ${errorMessage(error.cause)}` : error.message;
}
