import { csvRow } from "#lib/domain/csv.ts";
import { verdictWords } from "#lib/domain/report/record-section.ts";
import type { Report } from "#lib/domain/report/report.ts";
import { timelineColumns } from "#lib/domain/report/timeline-table.ts";
import { bothTimes } from "#lib/words/time.ts";

/**
 * The timeline of a report as CSV, a row for each step, which says of which run it is, and of which log of it, wherever it
 * is pasted.
 */
export function timelineCsv(report: Report): string {
  const table = timelineColumns(report);
  const of = [report.mode.toUpperCase(), report.run];
  const head = ["Mode", "Run", ...table.head, ...logColumns.map(([title]) => title)];
  const log = logColumns.map(([, tell]) => tell(report));
  return [head, ...table.rows.map((cells) => [...of, ...cells, ...log])].map(csvRow).join("");
}

const logColumns: readonly (readonly [title: string, tell: (report: Report) => string])[] = [
  ["As of", ({ asOf }) => (asOf === null ? "" : bothTimes(asOf))],
  ["Events", ({ events }) => String(events)],
  ["Last hash", ({ record }) => record.head ?? ""],
  ["Verified", ({ record }) => (record.verifiedAt === null ? "" : bothTimes(record.verifiedAt))],
  ["Record", ({ record }) => (record.verdict === null ? "" : verdictWords(record.verdict))],
];
