import { fold } from "#lib/client/fold.ts";
import { isLiteral, type Mark, matchWord } from "#lib/client/palette/palette-match.ts";

export type PaletteKind = "Actions" | "Steps" | "Runs" | "Procedures" | "Pages" | "Yours" | "Keys";

/** One thing that the palette goes to or does. */
export type PaletteItem = {
  id: string;
  group: PaletteKind;
  words: string;
  /** Quiet words beside it: its state, its sites. */
  detail?: string;
  /** What is inside it, such as the lines of a step: shown where it is found by one of them. */
  lines?: readonly string[];
  /** What whoever does it has to know before. */
  caution?: string;
  /** The key that does the same, as it stands on the keyboard. */
  keys?: readonly string[];
  /** Why it cannot be done now: found by what is typed, and not done. */
  blocked?: string;
  act: () => void;
};

type Marks = { marks: readonly Mark[]; detailMarks: readonly Mark[]; lineMarks: readonly Mark[] };

/** An item with what was typed marked in it, and the line by which it was found. */
export type FoundItem = PaletteItem & Marks & { line?: string };

const unmarked: Marks = { marks: [], detailMarks: [], lineMarks: [] };

export type PaletteGroup = { group: PaletteKind | "Recent"; items: readonly FoundItem[]; more: number };

const MOST_AT_FIRST = 6;
const MOST_FOUND = 12;

const order: readonly PaletteKind[] = ["Actions", "Steps", "Runs", "Procedures", "Pages", "Yours", "Keys"];

/** What Enter does, in place of going there. */
export const acts = ({ group }: Pick<PaletteItem, "group">): boolean => group === "Actions" || group === "Yours";

/**
 * What holds all the words that were typed, in groups, the best first; what was visited lately before what is as good, and
 * where to go before what to do: Enter upon "step 3" goes there and does not start it.
 * Before anything is typed, what was visited stands first. `visited`: ids, the latest first.
 */
export function findItems(
  items: readonly PaletteItem[],
  text: string,
  visited: readonly string[] = [],
): PaletteGroup[] {
  const typed = fold(text).split(/\s+/).filter(Boolean);
  if (typed.length === 0) return atFirst(items, visited);
  const recency = new Map(visited.map((id, place) => [id, place]));
  const scored = items.flatMap((item) => {
    const found = foundIn(item, typed);
    return found === null ? [] : [{ ...found, lately: recency.get(item.id) ?? visited.length }];
  });
  const groups = order.flatMap((group) => {
    const inside = scored
      .filter(({ item }) => item.group === group)
      .toSorted((one, other) => held(one) - held(other) || one.score - other.score || one.lately - other.lately);
    const best = inside[0];
    return best ? [{ group, best: best.score, inside: inside.map(({ item }) => item) }] : [];
  });
  return groups
    .toSorted((one, other) => one.best - other.best || Number(acts(one)) - Number(acts(other)))
    .map(({ group, inside }) => cut(group, inside, MOST_FOUND));
}

function atFirst(items: readonly PaletteItem[], visited: readonly string[]): PaletteGroup[] {
  const all = items.flatMap((item): FoundItem[] => (item.blocked === undefined ? [{ ...item, ...unmarked }] : []));
  const recent = visited.flatMap((id) => all.find((item) => item.id === id) ?? []);
  const rest = all.filter((item) => !recent.includes(item));
  const groups = order.map((group) =>
    cut(
      group,
      rest.filter((item) => item.group === group),
      MOST_AT_FIRST,
    ),
  );
  return [cut("Recent", recent, MOST_AT_FIRST), ...groups].filter((group) => group.items.length > 0);
}

const cut = (group: PaletteGroup["group"], items: readonly FoundItem[], most: number): PaletteGroup => ({
  group,
  items: items.slice(0, most),
  more: Math.max(0, items.length - most),
});

/** What can be done comes first. */
const held = ({ item }: Pick<Scored, "item">): number => Number(item.blocked !== undefined);

type Scored = { item: FoundItem; score: number };

/** In itself, or in one of its lines: what is as good in itself comes first. */
function foundIn(item: PaletteItem, typed: readonly string[]): Scored | null {
  const inItself = foundAs(item, typed);
  const inLines = (item.lines ?? []).flatMap((line) => {
    const same = fold(line);
    // A line is never found by a guess: there are thousands.
    const found = typed.some((word) => same.includes(word)) ? foundAs({ ...item, line }, typed) : null;
    return found ? [{ ...found, score: found.score + 1 }] : [];
  });
  return [...(inItself ? [inItself] : []), ...inLines].toSorted((one, other) => one.score - other.score)[0] ?? null;
}

/** What is as good beside the words, such as "2 gates wait", comes after R-0002 itself. */
const BESIDE = 0.5;

/** The lower the score the better; null where a word is not in it. What acts is never found by a guess. */
function foundAs(item: PaletteItem & { line?: string }, typed: readonly string[]): Scored | null {
  const found: Scored = { item: { ...item, ...unmarked }, score: 0 };
  for (const word of typed) {
    const [best] = (["marks", "detailMarks", "lineMarks"] as const)
      .flatMap((marks) => {
        const match = matchWord(textOf(item, marks), word);
        return match && (marks !== "lineMarks" || isLiteral(match)) ? [{ marks, match }] : [];
      })
      .toSorted((one, other) => one.match.rank - other.match.rank);
    if (!best || (acts(item) && !isLiteral(best.match))) return null;
    const { marks, match } = best;
    found.item = { ...found.item, [marks]: [...found.item[marks], ...match.marks] };
    found.score += match.rank + (marks === "detailMarks" ? BESIDE : 0);
  }
  return found;
}

function textOf({ words, detail = "", line = "" }: PaletteItem & { line?: string }, marks: keyof Marks): string {
  return { marks: words, detailMarks: detail, lineMarks: line }[marks];
}

/**
 * The place of what Enter chooses among what was found: of what is marked, or the first once something is typed. -1: none,
 * also when what was marked is there no more, so that nothing else is done in its stead.
 */
export function chosenPlace(found: readonly PaletteItem[], marked: string | null, text: string): number {
  if (marked !== null) return found.findIndex(({ id }) => id === marked);
  return found.length > 0 && text.trim() !== "" ? 0 : -1;
}
