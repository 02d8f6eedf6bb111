const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** What people and commands wrote stays text. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);

/** "2026-01-01 02:03:04 UTC", "02:03 UTC+9", "2026-01-01"; "1 h 04 min 09 s"; "exit code 0"; "vm-1", but not in an address or a path. */
const WHOLE =
  /(\(?(?:\d{4}-\d\d-\d\d )?\d\d:\d\d(?::\d\d)? [A-Z]{2,5}(?:[+-]\d{1,2}(?::\d\d)?)?\)?|\d{4}-\d\d-\d\d|\d+ \p{L}{1,3}(?![\p{L}\d])(?: \d\d \p{L}{1,3}(?![\p{L}\d]))*|exit code \d+|(?<![\w/-])[A-Za-z\d]{1,12}-[A-Za-z\d]{1,12}(?![\w/-]))/u;

/** What people read: no line ends within a part that is whole, as a time with its date or zone, a duration, or a name with a hyphen. */
export const linePartsOf = (text: string): { words: string; whole: boolean }[] =>
  text.split(WHOLE).map((words, place) => ({ words, whole: place % 2 === 1 }));

/** The same in a file. */
export const textHtml = (text: string): string =>
  linePartsOf(text)
    .map(({ words, whole }) => (whole ? `<span class="whole">${escapeHtml(words)}</span>` : escapeHtml(words)))
    .join("");
