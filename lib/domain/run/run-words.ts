import type { Mode, RunStatus, RunType } from "#lib/domain/run/state.ts";
import { type PlainSentence, t } from "#lib/words/t.ts";

export const statusWords: Record<RunStatus, PlainSentence> = {
  draft: "Draft",
  in_progress: "In progress",
  paused: "Paused",
  completed: "Completed",
  completed_with_exceptions: "Completed with exceptions",
  aborted: "Aborted",
  failed: "Failed",
};

export const typeWords: Record<RunType, PlainSentence> = {
  planned: "Planned switchover",
  unplanned: "Unplanned failover",
};

export const modeWord = (mode: Mode): string => (mode === "drill" ? t("DRILL") : t("LIVE"));
