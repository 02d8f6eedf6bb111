import type { Problem } from "#lib/contract/problem.ts";
import { t } from "#lib/words/t.ts";

/** The server answered with a problem. Its `message` is a sentence for people. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** No answer came: nobody knows whether the server did it. Sending the same key again is safe. */
export class NoAnswerError extends Error {
  override readonly name = "NoAnswerError";
  constructor(cause: unknown) {
    super(t("The server did not answer."), { cause });
  }
}

/** Nobody knows whether it was done: it is safe to send again, with the same key only. */
export const isUnanswered = (error: unknown): boolean =>
  error instanceof NoAnswerError || (error instanceof ApiError && error.problem.code === "not_saved");
