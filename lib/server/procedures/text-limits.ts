import { CST, Lexer } from "yaml";
import { t } from "#lib/words/t.ts";

const MAX_BYTES = 1_048_576;
const MAX_TOKENS = 200_000;
export const MAX_DEPTH = 24;

/** Of what is nested deeper than anybody writes. */
export const tooDeep = (): string =>
  t("The document is nested more than {most} deep: flatten it.", { most: MAX_DEPTH });

export type Excess = { line: number | null; message: string };

/**
 * Refuses a text that would cost too much to parse: the YAML composer recurses, and a text nested a few thousand deep can
 * exhaust the memory of the process. The lexer does not recurse and is read only as far as the text is harmless.
 */
export function excess(text: string): Excess | null {
  if (Buffer.byteLength(text) > MAX_BYTES)
    return { line: null, message: t("The document is larger than 1 MiB: split it.") };
  const depth = depthMeter();
  let tokens = 0;
  let line = 1;
  for (const token of new Lexer().lex(text)) {
    if (++tokens > MAX_TOKENS) return { line, message: t("The document holds too many values: split it.") };
    if (depth(token) > MAX_DEPTH) return { line, message: tooDeep() };
    line += newlines(token);
  }
  return null;
}

type Meter = { columns: number[]; brackets: number; column: number; atLineStart: boolean; inScalar: boolean };

/** Follows the columns at which block collections begin, and the brackets that are open. */
function depthMeter(): (token: string) => number {
  const meter: Meter = { columns: [], brackets: 0, column: 0, atLineStart: true, inScalar: false };
  return (token) => {
    const type = meter.inScalar ? null : CST.tokenType(token);
    if (type === "doc-mode" || type === "flow-error-end") return meter.columns.length + meter.brackets;
    if (type !== "space" && type !== "newline" && type !== "comment") enter(meter, type);
    meter.inScalar = type === "scalar";
    if (type === "scalar") return meter.columns.length + meter.brackets;
    const ended = token.endsWith("\n");
    if (ended) meter.atLineStart = true;
    meter.column = ended ? 0 : meter.column + token.length;
    return meter.columns.length + meter.brackets;
  };
}

/** A block collection begins at the first token of a line, and again at each one after "-", "?" or ":" there. */
function enter(meter: Meter, type: CST.TokenType | null) {
  if (type === "flow-seq-start" || type === "flow-map-start") meter.brackets++;
  if ((type === "flow-seq-end" || type === "flow-map-end") && meter.brackets > 0) meter.brackets--;
  if (meter.atLineStart && meter.brackets === 0) {
    while ((meter.columns.at(-1) ?? -1) >= meter.column) meter.columns.pop();
    meter.columns.push(meter.column);
  }
  meter.atLineStart =
    meter.atLineStart && (type === "seq-item-ind" || type === "explicit-key-ind" || type === "map-value-ind");
}

function newlines(token: string): number {
  let count = 0;
  for (let at = token.indexOf("\n"); at >= 0; at = token.indexOf("\n", at + 1)) count++;
  return count;
}
