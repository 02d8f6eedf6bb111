import type { Step } from "#lib/domain/procedure.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";
import { type PlainSentence, t } from "#lib/words/t.ts";

const words = {
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
} as const satisfies Record<ShownState, PlainSentence>;

export const shownStates = Object.keys(words) as ShownState[];

/** The word people read for a state, on a screen and on paper; a hold point that waits is held. */
export const stateWord = (state: ShownState, kind?: Step["kind"]): string =>
  kind === "hold_point" && state === "awaiting_approval" ? t("Held") : t(words[state]);
