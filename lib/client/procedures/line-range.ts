/** Where a line of a text begins and ends; lines count from 1. */
export function lineRange(text: string, line: number): [start: number, end: number] {
  let start = 0;
  for (let count = 1; count < line; count++) {
    const next = text.indexOf("\n", start);
    if (next < 0) return [text.length, text.length];
    start = next + 1;
  }
  const end = text.indexOf("\n", start);
  return [start, end < 0 ? text.length : end];
}
