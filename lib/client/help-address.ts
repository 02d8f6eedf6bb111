import type { ShownState } from "#lib/domain/run/digest.ts";

/** Where the help tells of a state of a step. */
export const stateHelpAddress = (state: ShownState): string => `/help#step-${state}`;
