import type { ShownState } from "#lib/domain/run/digest.ts";
import type { RunStatus } from "#lib/domain/run/state.ts";
import { type PlainSentence, t } from "#lib/words/t.ts";

const words: Record<ShownState | RunStatus, PlainSentence> = {
  aborted: "aborted",
  awaiting_approval: "awaiting approval",
  awaiting_confirmation: "awaiting confirmation",
  canceled: "canceled",
  canceling: "canceling",
  completed: "completed",
  completed_with_exceptions: "completed with exceptions",
  draft: "draft",
  failed: "failed",
  in_progress: "in progress",
  interrupted: "interrupted",
  not_applicable: "not applicable",
  not_started: "not started",
  overridden: "overridden",
  paused: "paused",
  ready: "ready",
  rejected: "rejected",
  skipped: "skipped",
  timed_out: "timed out",
  undecided: "undecided",
};

/** The word of a step's state or a run's status inside a sentence; a code that is none of them as it is. */
export const reportedState = (code: string): string =>
  code in words ? t(words[code as keyof typeof words]) : code.replaceAll("_", " ");
