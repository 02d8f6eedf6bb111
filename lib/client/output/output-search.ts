import type { OutputBuffer } from "#lib/client/output/output-buffer.ts";

/** The places of lines that hold the words, whatever their case, among the next `most` lines from `from`. */
export function searchLines(
  buffer: OutputBuffer,
  words: string,
  { from, most }: { from: number; most: number },
): { found: number[]; next: number } {
  const wanted = words.toLowerCase();
  const next = Math.min(buffer.count, from + most);
  const found: number[] = [];
  for (let place = from; place < next; place++) {
    if (buffer.textOf(place).toLowerCase().includes(wanted)) found.push(place);
  }
  return { found, next };
}

/** A text cut at the words, whatever their case: [before, match, between, match, after]. */
export function cutAt(text: string, words: string): { text: string; match: boolean }[] {
  if (words === "") return [{ text, match: false }];
  const [lower, wanted] = [text.toLowerCase(), words.toLowerCase()];
  const parts: { text: string; match: boolean }[] = [];
  let from = 0;
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, from)) {
    if (at > from) parts.push({ text: text.slice(from, at), match: false });
    parts.push({ text: text.slice(at, at + words.length), match: true });
    from = at + words.length;
  }
  if (from < text.length || parts.length === 0) parts.push({ text: text.slice(from), match: false });
  return parts;
}
