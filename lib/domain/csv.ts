/**
 * A file of CSV for a person begins with it: Excel takes one without for the encoding of the system, in Japan Shift-JIS. A
 * program would read it as a part of the first heading.
 */
export const UTF8_MARK = "\uFEFF";

/**
 * One row of CSV (RFC 4180) with its line end. A cell that a spreadsheet would read as a formula is kept from being one;
 * the wide forms are those of Japanese keyboards.
 */
export const csvRow = (cells: readonly string[]): string => `${cells.map(cell).join(",")}\r\n`;

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
