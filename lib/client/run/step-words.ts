import type { DrillConduct } from "#lib/domain/procedure.ts";
import type { Attempt } from "#lib/domain/run/state.ts";
import type { PlainSentence } from "#lib/words/t.ts";

/** What becomes of a step in a drill. */
export const drillWords: Record<DrillConduct, PlainSentence> = {
  run: "acts for real",
  simulate: "simulate",
  skip: "left out",
};

/** How an attempt was or is made. */
export const conductWords: Record<Attempt["conduct"], PlainSentence> = {
  command: "by command",
  hand: "by hand",
  simulated: "SIMULATED",
  verification: "checked by a worker",
};
