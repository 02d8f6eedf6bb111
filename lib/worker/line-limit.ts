import { told } from "#lib/words/told.ts";
import type { Stream } from "#lib/worker/executor.ts";

const MOST_CHARACTERS = 16_384;
const MARK = told("[truncated: the line is longer than 16,384 characters]");

export type LineLimit = {
  pass: (stream: Stream, text: string) => string;
  flush: (stream: Stream) => string;
  /** Whether something was cut. */
  hasCut: () => boolean;
};

/** Cuts lines that are too long to be read by anybody, with a mark that can be seen. */
export function createLineLimit(): LineLimit {
  const length: Record<Stream, number> = { stdout: 0, stderr: 0 };
  let cut = false;
  const pass = (stream: Stream, text: string): string =>
    text
      .split(/(?<=\n)/)
      .map((part) => {
        const ends = part.endsWith("\n");
        const before = length[stream];
        length[stream] = ends ? 0 : before + part.length;
        const written = ends ? part.length - 1 : part.length;
        if (before + written <= MOST_CHARACTERS) return part;
        cut = true;
        const mark = before <= MOST_CHARACTERS ? MARK : "";
        return `${part.slice(0, Math.max(0, MOST_CHARACTERS - before))}${mark}${ends ? "\n" : ""}`;
      })
      .join("");
  return { pass, flush: () => "", hasCut: () => cut };
}
