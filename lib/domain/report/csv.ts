import { csvRow } from "#lib/domain/csv.ts";
import type { Report } from "#lib/domain/report/report.ts";
import { reportSections } from "#lib/domain/report/sections.ts";

/** The timeline of a report as CSV, a row for each step. */
export function timelineCsv(report: Report): string {
  const table = reportSections(report).find(({ drawn }) => drawn)?.table;
  return (table ? [table.head, ...table.rows] : []).map(csvRow).join("");
}
