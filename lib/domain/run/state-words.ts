import type { Step } from "#lib/domain/procedure.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";
import { isQueued } from "#lib/domain/run/read-state.ts";
import type { StepState } from "#lib/domain/run/state.ts";
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

/** The word people read for a state, on a screen and on paper. */
export const stateWord = (state: ShownState): string => t(words[state]);

type OneStep = { step: Pick<Step, "kind">; state: StepState; shown: ShownState };

/** The word for one step: a hold point that waits is held, a command that no worker has begun is queued, and
 * what its procedure let pass with a warning was overridden by nobody. */
export function stepWord({ step, state, shown }: OneStep): string {
  if (step.kind === "hold_point" && shown === "awaiting_approval") return t("Held");
  if (shown === "overridden" && state.byRule) return t("Overridden by rule");
  return isQueued(state) ? t("Queued") : stateWord(shown);
}
