import type { Report } from "#lib/domain/report/report.ts";
import { reportSections } from "#lib/domain/report/sections.ts";

/**
 * The timeline of a report as CSV (RFC 4180), a row for each step. A cell that a spreadsheet would read as a formula is
 * kept from being one.
 */
export function timelineCsv(report: Report): string {
  const table = reportSections(report).find(({ title }) => title === "Timeline")?.table;
  const rows = table ? [table.head, ...table.rows] : [];
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
