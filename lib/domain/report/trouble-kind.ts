import type { PlainSentence } from "#lib/words/t.ts";

/** What trouble is called: the states in which a step needs a person, a call for help, and a pause of the run. */
export const TROUBLES = {
  failed: "Failed",
  timed_out: "Timed out",
  interrupted: "Outcome unknown",
  canceled: "Canceled",
  rejected: "Rejected",
  help: "Call for help",
  paused: "Pause",
} as const satisfies Record<string, PlainSentence>;

export type TroubleKind = keyof typeof TROUBLES;

export const isTrouble = (state: string): state is TroubleKind => state in TROUBLES;
