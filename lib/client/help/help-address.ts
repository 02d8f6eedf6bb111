import type { ShownState } from "#lib/domain/run/digest.ts";
import type { RunStatus } from "#lib/domain/run/state.ts";

/** Where the help tells of a state of a step. */
export const stateHelpAddress = (state: ShownState): string => `/help#step-${state}`;

/** Where it tells of every button. */
export const BUTTON_HELP = "/help#buttons";

/** Where it tells of a state of a run. */
export const runHelpAddress = (status: RunStatus): string => `/help#run-${status}`;
