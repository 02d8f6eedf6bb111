import type { OutputPiece } from "#lib/contract/runs.ts";

export type OutputLine = { number: number; at: string; stream: OutputPiece["stream"]; text: string };

/** `dropped` older lines are only in the download. The last line may still be written on. */
export type OutputLines = { lines: readonly OutputLine[]; dropped: number; lastPiece: number };

export const noOutput: OutputLines = { lines: [], dropped: 0, lastPiece: 0 };

const KEPT = 2_000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: programs colour their output for terminals
const terminalCodes = /\u001b\[[0-9;?]*[ -/]*[@-~]/g;

/** Appends pieces as they came; a piece may end in the middle of a line, and a stream goes on where it stopped. */
export function appendPieces(known: OutputLines, pieces: readonly OutputPiece[]): OutputLines {
  const fresh = pieces.filter(({ piece }) => piece > known.lastPiece);
  if (fresh.length === 0) return known;
  const lines = [...known.lines];
  const open = lines.at(-1);
  let number = open ? open.number : known.dropped;
  let continues = open !== undefined && !endsLine(open) ? open : undefined;
  for (const { at, stream, text } of fresh) {
    const parts = text.replace(terminalCodes, "").split(/(?<=\n)/);
    for (const part of parts) {
      if (part === "") continue;
      if (continues?.stream === stream) {
        lines[lines.length - 1] = { ...continues, text: continues.text + part };
      } else {
        number += 1;
        lines.push({ number, at, stream, text: part });
      }
      const last = lines.at(-1);
      continues = last && !endsLine(last) ? last : undefined;
    }
  }
  const surplus = Math.max(0, lines.length - KEPT);
  return {
    lines: surplus > 0 ? lines.slice(surplus) : lines,
    dropped: known.dropped + surplus,
    lastPiece: fresh.at(-1)?.piece ?? known.lastPiece,
  };
}

const endsLine = (line: OutputLine) => line.text.endsWith("\n");

/** What is shown of a line: without its end, and of a line written over, what was written last. */
export const shownText = (line: OutputLine): string =>
  line.text
    .replace(/\r?\n$/, "")
    .split("\r")
    .at(-1) ?? "";
