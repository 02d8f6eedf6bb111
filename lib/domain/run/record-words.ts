import type { PlainSentence } from "#lib/words/t.ts";

/** What is known of a run's record. */
export const recordWords = {
  open: "Not over",
  unsigned: "Not signed yet",
  signed: "Signed",
  broken: "Does not hold",
} as const satisfies Record<string, PlainSentence>;
