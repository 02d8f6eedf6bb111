import type { RunStatus } from "#lib/domain/run/state.ts";
import type { PlainSentence } from "#lib/words/t.ts";

export const statusWords: Record<RunStatus, PlainSentence> = {
  draft: "Draft",
  in_progress: "In progress",
  paused: "Paused",
  completed: "Completed",
  completed_with_exceptions: "Completed with exceptions",
  aborted: "Aborted",
  failed: "Failed",
};
