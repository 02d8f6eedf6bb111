import type { RunSummary } from "#lib/contract/runs.ts";
import type { PlainSentence } from "#lib/words/t.ts";

/** What is known of a run's record. */
export const recordWords: Record<RunSummary["record"], PlainSentence> = {
  open: "Not over",
  unsigned: "Not signed yet",
  signed: "Signed",
  broken: "Does not hold",
};
