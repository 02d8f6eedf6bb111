import type { Assignment } from "#lib/domain/work.ts";
import { retell } from "#lib/words/told.ts";

/** What a worker writes by itself into the output of an attempt: that it looked, or that it asked. */
export type OwnLines = "looks" | "asks" | "none";

export function ownLinesOf(work: Assignment | undefined): OwnLines {
  if (work?.way === "probe" || work?.expected) return "looks";
  return work?.way === "http" ? "asks" : "none";
}

const OURS: Readonly<Record<OwnLines, RegExp | undefined>> = {
  looks: /^(Try \d+: |The expected result is looked for\.$)/,
  asks: /^The question was not answered: /,
  none: undefined,
};
/** Where something was left out. */
const MARK = /\[truncated: [^\]]*\]$/;

/** A line as its reader reads it: what the worker wrote in the reader's language, all else as it is. */
export const readLine = (line: string, own: OwnLines): string =>
  OURS[own]?.test(line) ? retell(line) : line.endsWith("]") ? line.replace(MARK, retell) : line;
