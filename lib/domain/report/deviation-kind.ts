import type { PlainSentence } from "#lib/words/t.ts";
/** What a deviation is called. What did not apply is the procedure's own; everything else people did. */
export const DEVIATIONS = {
  skipped: "Skipped",
  overridden: "Overridden",
  reopened: "Reopened",
  out_of_order: "Out of order",
  lines_open: "Lines left open",
  break_glass: "Break-glass",
  recorded_afterwards: "Recorded afterwards",
  not_applicable: "Not applicable",
  started_over: "Started over another run",
  command_taken: "Command taken",
  run_again: "Run again with its outcome unknown",
} as const satisfies Record<string, PlainSentence>;

export type DeviationKind = keyof typeof DEVIATIONS;
