import { csvRow } from "#lib/domain/csv.ts";
import type { Report } from "#lib/domain/report/report.ts";
import { timelineColumns } from "#lib/domain/report/timeline-table.ts";

/** The timeline of a report as CSV, a row for each step, which says of which run it is wherever it is pasted. */
export function timelineCsv(report: Report): string {
  const table = timelineColumns(report);
  const of = [report.mode.toUpperCase(), report.run];
  return [["Mode", "Run", ...table.head], ...table.rows.map((cells) => [...of, ...cells])].map(csvRow).join("");
}
