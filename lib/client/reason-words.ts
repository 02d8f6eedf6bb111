import { lastAttempt } from "#lib/domain/run/read-state.ts";
import type { StepState } from "#lib/domain/run/state.ts";
import { retell } from "#lib/words/told.ts";

/** Why a step is as it is: what the system said in the language of who reads, what somebody said as they said it. */
export const reasonWords = (state: StepState): string | undefined => told(state, state.reason);

/** The same of what shows that it is done. */
export const evidenceWords = (state: StepState): string | undefined => told(state, state.evidence);

const told = (state: StepState, kept: string | undefined): string | undefined =>
  kept === undefined || (lastAttempt(state)?.conduct === "hand" && !state.byRule) ? kept : retell(kept);
