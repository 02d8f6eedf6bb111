import { z } from "zod";
import { Instant } from "#lib/domain/instant.ts";
import { Verdict } from "#lib/domain/record/verdict.ts";

/** By what a report can be tied to the log it is drafted from. */
export const ReportedRecord = z.object({
  /** The hash of the last event the report knows; null where none was made yet. */
  head: z.string().nullable(),
  /** When the verifier looked; null where it did not, and nothing is known of the log. */
  verifiedAt: Instant.nullable(),
  /** What it found. */
  verdict: Verdict.nullable(),
});
export type ReportedRecord = z.infer<typeof ReportedRecord>;

export type RecordRead = Pick<ReportedRecord, "head" | "verdict">;

export const recordIn = ({ head, verdict }: RecordRead, now: string): ReportedRecord => ({
  head,
  verifiedAt: verdict && now,
  verdict,
});
