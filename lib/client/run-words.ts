import type { Ended, Finding, RunStatus } from "#lib/domain/run/state.ts";

export const statusWords: Record<RunStatus, string> = {
  draft: "Draft",
  in_progress: "In progress",
  paused: "Paused",
  completed: "Completed",
  completed_with_exceptions: "Completed with exceptions",
  aborted: "Aborted",
  failed: "Failed",
};

/** How a command ended. */
export function endWords(result: Ended): string {
  switch (result.kind) {
    case "exited":
      return `exit code ${result.code}${result.leftBehind ? ", processes it started go on" : ""}`;
    case "signaled":
      return `ended by ${result.signal}`;
    case "not_run":
      return `never began: ${result.message}`;
    case "timed_out":
      return result.gone ? "timed out, the process is gone" : "timed out, the process may still run";
    case "canceled":
      return result.gone ? "canceled, the process is gone" : "canceled, the process may still run";
    case "answered":
      return `answered ${result.status}, ${result.message}`;
    case "probed":
      return `${result.held ? "it holds" : "it did not hold"} after ${result.tries} ${result.tries === 1 ? "try" : "tries"}: ${result.message}`;
  }
}

/** What the target said of an attempt whose outcome was unknown. */
export function findingWords(finding: Finding): string {
  switch (finding.kind) {
    case "ended":
      return `it ended with exit code ${finding.code}`;
    case "running":
      return "it is still running";
    case "not_begun":
      return "it was never begun, and never will be";
    case "gone":
      return "its process is gone and left no exit code";
    case "unreachable":
      return `no answer: ${finding.message}`;
  }
}
