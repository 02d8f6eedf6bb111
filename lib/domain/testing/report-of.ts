import type { PastDurations } from "#lib/domain/forecast.ts";
import { draftReport, type Report } from "#lib/domain/report/report.ts";
import { instant, type Play } from "#lib/domain/testing/play.ts";

/** The last hash of every log that was played. */
export const HEAD = "d".repeat(64);

/** The report of a play. */
export const reportOf = (
  { procedure, run, log }: Play,
  outputs: Record<string, string> = {},
  past: PastDurations = {},
): Report =>
  draftReport({
    procedure,
    version: { version: 3, hash: "c".repeat(64) },
    run,
    events: log,
    outputs,
    past,
    record: { head: HEAD, verdict: null },
    now: instant(10_000),
  });
