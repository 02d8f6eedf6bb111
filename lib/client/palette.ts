import { isLiteral, type Mark, matchWord } from "#lib/client/palette-match.ts";

export type PaletteKind = "Actions" | "Steps" | "Runs" | "Procedures" | "Pages" | "Yours" | "Keys";

/** One thing that the palette goes to or does. */
export type PaletteItem = {
  id: string;
  group: PaletteKind;
  words: string;
  /** Quiet words beside it: its state, its sites. */
  detail?: string;
  /** The key that does the same, as it stands on the keyboard. */
  keys?: readonly string[];
  act: () => void;
};

/** An item with what was typed marked in it. */
export type FoundItem = PaletteItem & { marks: readonly Mark[]; detailMarks: readonly Mark[] };

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
  const typed = text.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  if (typed.length === 0) return atFirst(items, visited);
  const recency = new Map(visited.map((id, place) => [id, place]));
  const scored = items.flatMap((item) => {
    const found = foundIn(item, typed);
    return found === null ? [] : [{ ...found, lately: recency.get(item.id) ?? visited.length }];
  });
  const groups = order.flatMap((group) => {
    const inside = scored
      .filter(({ item }) => item.group === group)
      .toSorted((one, other) => one.score - other.score || one.lately - other.lately);
    const best = inside[0];
    return best ? [{ group, best: best.score, inside: inside.map(({ item }) => item) }] : [];
  });
  return groups
    .toSorted((one, other) => one.best - other.best || Number(acts(one)) - Number(acts(other)))
    .map(({ group, inside }) => cut(group, inside, MOST_FOUND));
}

function atFirst(items: readonly PaletteItem[], visited: readonly string[]): PaletteGroup[] {
  const unmarked = items.map((item): FoundItem => ({ ...item, marks: [], detailMarks: [] }));
  const recent = visited.flatMap((id) => unmarked.find((item) => item.id === id) ?? []);
  const rest = unmarked.filter((item) => !recent.includes(item));
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

/** The lower the score the better; null where a word is not in it. What acts is never found by a guess. */
function foundIn(item: PaletteItem, typed: readonly string[]): { item: FoundItem; score: number } | null {
  const found: { item: FoundItem; score: number } = { item: { ...item, marks: [], detailMarks: [] }, score: 0 };
  for (const word of typed) {
    const inWords = matchWord(item.words, word);
    const inDetail = matchWord(item.detail ?? "", word);
    const best = inWords && (!inDetail || inWords.rank <= inDetail.rank) ? inWords : inDetail;
    if (!best || (acts(item) && !isLiteral(best))) return null;
    const marks = best === inWords ? "marks" : "detailMarks";
    found.item = { ...found.item, [marks]: [...found.item[marks], ...best.marks] };
    found.score += best.rank;
  }
  return found;
}

/**
 * The place of what Enter chooses among what was found: of what is marked, or the first once something is typed. -1: none,
 * also when what was marked is there no more, so that nothing else is done in its stead.
 */
export function chosenPlace(found: readonly PaletteItem[], marked: string | null, text: string): number {
  if (marked !== null) return found.findIndex(({ id }) => id === marked);
  return found.length > 0 && text.trim() !== "" ? 0 : -1;
}
