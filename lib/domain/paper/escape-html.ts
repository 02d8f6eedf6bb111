const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** What people and commands wrote stays text. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);

/** "2026-01-01 02:03:04 UTC", "02:03 UTC+9"; "1 h 04 min". */
const WHOLE =
  /\(?(?:\d{4}-\d\d-\d\d )?\d\d:\d\d(?::\d\d)? [A-Z]{2,5}(?:[+-]\d{1,2}(?::\d\d)?)?\)?|\d+ \p{L}{1,3}(?![\p{L}\d])(?: \d\d \p{L}{1,3}(?![\p{L}\d]))*/gu;

/** What people read in a file: no line ends between a time and its date or zone, nor within a duration. */
export const textHtml = (text: string): string =>
  escapeHtml(text).replace(WHOLE, (whole) => `<span class="whole">${whole}</span>`);
