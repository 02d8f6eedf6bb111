/** One thing that the palette goes to or does. */
export type PaletteItem = {
  id: string;
  group: "Actions" | "Steps" | "Runs" | "Procedures" | "Pages";
  words: string;
  /** Quiet words beside it: its state, its sites. */
  detail?: string;
  act: () => void;
};

export type PaletteGroup = { group: PaletteItem["group"]; items: readonly PaletteItem[]; more: number };

const MOST_AT_FIRST = 6;
const MOST_FOUND = 12;

const order: readonly PaletteItem["group"][] = ["Actions", "Steps", "Runs", "Procedures", "Pages"];

/** What holds all the words that were typed, whole words before beginnings before the rest, in groups, the best first. */
export function findItems(items: readonly PaletteItem[], text: string): PaletteGroup[] {
  const typed = text.toLowerCase().split(/\s+/).filter(Boolean);
  const scored = items.flatMap((item) => {
    const score = scoreOf(item, typed);
    return score === null ? [] : [{ item, score }];
  });
  const most = typed.length === 0 ? MOST_AT_FIRST : MOST_FOUND;
  const groups = order.flatMap((group) => {
    const inside = scored.filter(({ item }) => item.group === group).toSorted((one, other) => one.score - other.score);
    const best = inside[0];
    return best ? [{ group, best: best.score, inside }] : [];
  });
  return groups
    .toSorted((one, other) => one.best - other.best)
    .map(({ group, inside }) => ({
      group,
      items: inside.slice(0, most).map(({ item }) => item),
      more: Math.max(0, inside.length - most),
    }));
}

/**
 * The place of what Enter chooses among what was found: of what is marked, or the first once something is typed. -1: none,
 * also when what was marked is there no more, so that nothing else is done in its stead.
 */
export function chosenPlace(found: readonly PaletteItem[], marked: string | null, text: string): number {
  if (marked !== null) return found.findIndex(({ id }) => id === marked);
  return found.length > 0 && text.trim() !== "" ? 0 : -1;
}

/** The lower the better; null where a word is not in it. */
function scoreOf({ words, detail = "" }: PaletteItem, typed: readonly string[]): number | null {
  const parts = `${words} ${detail}`.toLowerCase().split(/[\s,:“”()]+/);
  let score = 0;
  for (const word of typed) {
    if (parts.includes(word)) continue;
    if (parts.some((part) => part.startsWith(word))) score += 1;
    else if (parts.some((part) => part.includes(word))) score += 2;
    else return null;
  }
  return score;
}

/** The number of a run, where that is what was typed: "R-0042", "r42", "42". */
export function runNumberIn(text: string): number | null {
  const digits = /^(?:r-?)?0*([1-9]\d{0,8})$/i.exec(text.trim())?.[1];
  return digits === undefined ? null : Number(digits);
}
