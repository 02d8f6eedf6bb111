import { lastAttempt } from "#lib/domain/run/read-state.ts";
import type { StepState } from "#lib/domain/run/state.ts";
import { joined, t } from "#lib/words/t.ts";
import { retell } from "#lib/words/told.ts";

/**
 * What the system said in the record of a run is retold in the language of who reads. What a person wrote is not, even
 * where it reads like one of ours.
 */

/** Why a step is as it is. */
export const reasonOf = (state: StepState): string | undefined => retoldIf(isReasonOfTheSystem(state), state.reason);

/** The same with what the person said who canceled its command. */
export function whyOf(state: StepState): string | undefined {
  const { canceled } = lastAttempt(state) ?? {};
  return state.status === "canceled" && canceled
    ? joined(t("“{words}”", { words: canceled.reason }), reasonOf(state))
    : reasonOf(state);
}

/** What shows that it is done. */
export const evidenceOf = (state: StepState): string | undefined =>
  retoldIf(state.byRule === true || isPastItsGate(state), state.evidence);

export const retoldIf = (bySystem: boolean, kept: string | undefined): string | undefined =>
  kept !== undefined && bySystem ? retell(kept) : kept;

function isReasonOfTheSystem(state: StepState): boolean {
  switch (state.status) {
    case "timed_out":
    case "interrupted":
    case "canceled":
    // What was agreed to is void.
    case "ready":
      return true;
    case "failed":
      return state.recorded === undefined && endedNow(state);
    case "rejected":
      return hasLapsed(state);
    case "overridden":
      return state.byRule === true;
    default:
      return false;
  }
}

/** Its command ended as the step came into its status: what a person says of it comes later. */
function endedNow(state: StepState): boolean {
  const { ended, asked } = lastAttempt(state) ?? {};
  return ended?.result !== undefined && (ended.at === state.since || asked?.answer?.at === state.since);
}

/** Nobody decided in time; once it is over, nobody can reject it any more. */
const hasLapsed = ({ gate, since }: StepState): boolean => gate?.until !== undefined && gate.until <= since;

/** A step that is only decided is overridden by breaking its glass, and then nobody says what was done. */
const isPastItsGate = ({ gate, since }: StepState): boolean =>
  gate?.opened?.broken === true && gate.opened.at === since;
