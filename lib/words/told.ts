import type { ToldSentence } from "#lib/words/ja/told.ts";
import { type Catalogue, reader } from "#lib/words/language.ts";
import { fill, type Names, row, type Values, type Word } from "#lib/words/t.ts";

/**
 * A sentence that the system says and that is kept: the reason of an event, how a command ended. It is English whoever
 * reads, so that the record does not depend on who caused it. `retell` words it when it is shown.
 */
export const told = <S extends ToldSentence>(sentence: S, ...[values]: Values<Names<S>, Word>): string =>
  fill(sentence, values);

/** Several of them in a row, as `retell` finds them again, and what machines call something. */
export const toldRow = (items: readonly string[], mark: ", " | "; " = ", "): string => items.join(mark);

type Told = { pattern: RegExp; names: string[]; japanese: string; begins: boolean; plain: number; letters: number };

/** Values that are sentences of ours themselves. All others are names, addresses and what commands put out. */
const SENTENCES: ReadonlySet<string> = new Set([
  ...["cause", "connection", "fault", "locks", "message", "missing", "reason", "value", "what", "wrong"],
]);

/** Values that list what machines call something: never what people wrote, which may hold a comma of its own. */
const LISTS: ReadonlySet<string> = new Set(["addresses", "codes", "outputs"]);

/** A sentence of so few, as "{site} has no {connection}", could be anybody's: a value of it has to be one of ours. */
const FEW_LETTERS = 6;

const patterns = new WeakMap<Catalogue, Told[]>();

/** What was kept, in the language of the reader: a sentence of `told`, or as it is where somebody else said it. */
export function retell(kept: string): string {
  const { told: sentences } = reader();
  if (!sentences) return kept;
  const known = patternsOf(sentences);
  return wordsFor(kept, known) ?? kept;
}

const wordsFor = (kept: string, known: readonly Told[]): string | undefined =>
  inPieces(kept, known) ?? whole(kept, known);

/** Several of them in a row: "a, b". */
function inPieces(kept: string, known: readonly Told[]): string | undefined {
  const pieces = kept.split(/[,;] /);
  if (pieces.length === 1) return undefined;
  const words = pieces.map((piece) => whole(piece, known));
  return words.every((word) => word !== undefined) ? row(words) : undefined;
}

function whole(kept: string, known: readonly Told[]): string | undefined {
  for (const { pattern, names, japanese, letters } of known) {
    const match = pattern.exec(kept);
    if (!match) continue;
    const values = names.map((name, i) => valueFor(name, match[i + 1] ?? "", known));
    if (names.length > 0 && letters < FEW_LETTERS && values.every((value) => value === undefined)) continue;
    return fill(japanese, Object.fromEntries(names.map((name, i) => [name, values[i] ?? match[i + 1] ?? ""])));
  }
  return undefined;
}

function valueFor(name: string, value: string, known: readonly Told[]): string | undefined {
  if (SENTENCES.has(name)) return wordsFor(value, known);
  return LISTS.has(name) ? row(value.split(", ")) : undefined;
}

/**
 * The most exact sentence first: "exit code {code}, which usually means {signal}" before "exit code {code}". What begins
 * with a value could be the end of another: "Try 2: it holds, {message}" before "{address} accepts connections".
 */
function patternsOf(sentences: Catalogue): Told[] {
  const made = patterns.get(sentences);
  if (made) return made;
  const all = Object.entries(sentences).map(([english, japanese]): Told => {
    const pieces = english.split(/\{(\w+)\}/);
    const plain = pieces.filter((_, i) => i % 2 === 0);
    return {
      pattern: new RegExp(`^${plain.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("(.*?)")}$`, "s"),
      names: pieces.filter((_, i) => i % 2 === 1),
      japanese,
      begins: plain[0] !== "",
      plain: plain.join("").length,
      letters: plain.join("").replace(/\P{L}/gu, "").length,
    };
  });
  all.sort((a, b) => Number(b.begins) - Number(a.begins) || b.plain - a.plain);
  patterns.set(sentences, all);
  return all;
}
