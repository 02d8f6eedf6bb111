import type { Step } from "#lib/domain/procedure.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";

const words: Record<ShownState, string> = {
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

export const shownStates = Object.keys(words) as ShownState[];

/** The word people read for a state, on a screen and on paper; a hold point that waits is held. */
export const stateWord = (state: ShownState, kind?: Step["kind"]): string =>
  kind === "hold_point" && state === "awaiting_approval" ? "Held" : words[state];
