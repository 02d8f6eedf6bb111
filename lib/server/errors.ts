import "server-only";
import type { Problem } from "#lib/contract/problem.ts";
import type { ProblemCode } from "#lib/contract/problem-status.ts";
import { t } from "#lib/words/t.ts";

type Extras = Pick<
  Problem,
  "issues" | "ranOut" | "rejection" | "locks" | "by" | "latest" | "latestId" | "at" | "retryAfterSeconds"
>;

/** The only error that is thrown on purpose. Anything else is a bug and leaves as `internal`, its message unseen. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ProblemCode;
  readonly extras: Extras;
  /** The sentence again, for who reads it: one request may be answered by the work of another. */
  readonly words: () => string;
  constructor(code: ProblemCode, message: string | (() => string), extras: Extras = {}) {
    super(typeof message === "string" ? message : message());
    this.words = typeof message === "string" ? () => message : message;
    this.code = code;
    this.extras = extras;
  }
}

/** What is wrong with one field of a request, as a sentence and at the field. `fault` is told after the name of the field. */
export const wrongField = (path: string, fault: string, called = path): AppError =>
  new AppError("invalid_request", t("{field} {fault}.", { field: called, fault }), {
    issues: [{ path, message: fault }],
  });
