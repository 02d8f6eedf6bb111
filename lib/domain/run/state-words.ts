import type { ShownState } from "#lib/domain/run/digest.ts";

/** What is shown of a step, as it stands on paper. */
export const stateWords: Record<ShownState, string> = {
  not_started: "Not started",
  ready: "Ready",
  in_progress: "In progress",
  awaiting_approval: "Awaiting decision",
  awaiting_confirmation: "Confirm result",
  completed: "Completed",
  rejected: "Rejected",
  failed: "Failed",
  timed_out: "Timed out",
  interrupted: "Outcome unknown",
  canceling: "Canceling",
  canceled: "Canceled",
  overridden: "Overridden",
  skipped: "Skipped",
  not_applicable: "Not applicable",
  undecided: "Undecided",
};
