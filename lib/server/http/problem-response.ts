import "server-only";
import type { Problem } from "#lib/contract/problem.ts";
import { type ProblemCode, problemStatus } from "#lib/contract/problem-status.ts";
import { AppError } from "#lib/server/errors.ts";
import { log } from "#lib/server/log.ts";
import { type PlainSentence, t } from "#lib/words/t.ts";

/** The one place that turns an error into HTTP. What is not known is logged and leaves without its message. */
export function problemResponse(error: unknown, requestId: string): Response {
  const known = error instanceof AppError ? error : translate(error, requestId);
  const problem: Problem = {
    type: "about:blank",
    title: t(titles[known.code]),
    status: problemStatus[known.code],
    code: known.code,
    detail: known.words(),
    requestId,
    ...known.extras,
  };
  const headers = new Headers({
    "content-type": "application/problem+json",
    "x-request-id": requestId,
    "cache-control": "no-store",
  });
  if (problem.retryAfterSeconds !== undefined) headers.set("retry-after", String(problem.retryAfterSeconds));
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

const titles = {
  invalid_request: "The request is not well-formed",
  unauthenticated: "Not signed in",
  code_needed: "A one-time code is needed",
  forbidden: "Not allowed",
  not_found: "Not found",
  method_not_allowed: "This path has no such method",
  refused: "The run does not allow this now",
  conflict: "Somebody was first",
  key_reused: "This key was used for another command",
  too_large: "Too large",
  too_many_requests: "Too many requests",
  internal: "Something went wrong",
  not_saved: "Not confirmed",
} as const satisfies Record<ProblemCode, PlainSentence>;

/** SQLSTATE classes and driver codes that mean "the database did not take it, or could not say so". */
const AWAY = /^(08|53|57|25006|ECONN|EPIPE|ETIMEDOUT|P1001|P1002|P1008|P1017|P2024|P2028|P2039)/;

function translate(error: unknown, requestId: string): AppError {
  const code = errorCode(error);
  log.error({ error, requestId }, "a request failed");
  return code && AWAY.test(code)
    ? new AppError(
        "not_saved",
        t("The database did not confirm this. Look whether it was saved, or send it again with the same key."),
      )
    : new AppError("internal", t("Something went wrong. The log has the details under this request id."));
}

function errorCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if ("code" in error && typeof error.code === "string") return error.code;
  if (error instanceof Error && /terminated|Connection (ended|closed)|timeout exceeded/i.test(error.message))
    return "08";
  return "cause" in error ? errorCode(error.cause) : undefined;
}
