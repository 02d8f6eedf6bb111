import type { RunSummary } from "#lib/contract/runs.ts";

/** What is known of a run's record. */
export const recordWords: Record<RunSummary["record"], string> = {
  open: "Open",
  unsigned: "Not signed yet",
  signed: "Signed",
  broken: "Does not hold",
};
