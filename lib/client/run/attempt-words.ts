import { isOfWorker } from "#lib/domain/run/read-state.ts";
import type { Attempt, Ended, Finding } from "#lib/domain/run/state.ts";
import { t, tn } from "#lib/words/t.ts";
import { retell } from "#lib/words/told.ts";

/** How a command ended. */
export function endWords(result: Ended): string {
  switch (result.kind) {
    case "exited":
      return result.leftBehind
        ? t("exit code {code}, processes it started go on", { code: result.code })
        : t("exit code {code}", { code: result.code });
    case "signaled":
      return t("ended by {signal}", { signal: result.signal });
    case "not_run":
      return t("never began: {message}", { message: retell(result.message) });
    case "timed_out":
      return result.gone ? t("timed out, the process is gone") : t("timed out, the process may still run");
    case "canceled":
      return result.gone ? t("canceled, the process is gone") : t("canceled, the process may still run");
    case "answered":
      return t("answered {status}, {message}", { status: result.status, message: retell(result.message) });
    case "probed":
      return probedWords(result);
  }
}

function probedWords({ held, tries, message: kept }: Extract<Ended, { kind: "probed" }>): string {
  const message = retell(kept);
  return held
    ? tn("it holds after {count} try: {message}", "it holds after {count} tries: {message}", tries, { message })
    : tn("it did not hold after {count} try: {message}", "it did not hold after {count} tries: {message}", tries, {
        message,
      });
}

/** Of a command that was given up: nobody knows how it ended, or it never began. Null for what has come to its end. */
export function lostWords(attempt: Pick<Attempt, "conduct" | "begun" | "ended">): string | null {
  if (!attempt.ended || attempt.ended.result || !isOfWorker(attempt)) return null;
  return attempt.begun ? t("outcome unknown") : t("not begun");
}

/** What the target said of an attempt whose outcome was unknown. */
export function findingWords(finding: Finding): string {
  switch (finding.kind) {
    case "ended":
      return t("it ended with exit code {code}", { code: finding.code });
    case "running":
      return t("it is still running");
    case "not_begun":
      return t("it was never begun, and never will be");
    case "gone":
      return t("its process is gone and left no exit code");
    case "unreachable":
      return t("no answer: {message}", { message: retell(finding.message) });
  }
}
