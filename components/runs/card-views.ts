import type { StepRow } from "#components/runs/step-rows.ts";
import { Kept, keptPieces } from "#lib/client/kept.ts";

/** How a step stands in the list. It is the same object until the step or its place among its neighbours changes. */
export type CardView = {
  row: StepRow;
  open: boolean;
  /** Left out by the filter. Its card stays, so that the filter can be changed at once. */
  hidden: boolean;
  /** Neighbouring folded cards share one box. */
  above: "first" | "joined" | "apart";
  joinsBelow: boolean;
  pointOfNoReturn: boolean;
  hiddenOnPhone: boolean;
};

type Look = {
  /** Those that the filter lets through. */
  passing: ReadonlySet<StepRow>;
  isOpen: (row: StepRow) => boolean;
  /** The first step of the run that cannot be undone. */
  firstFinal: string | undefined;
  /** The one step that a phone shows; null shows all. */
  onPhone: string | null;
};

const known = new Kept<StepRow, CardView>();
const knownPieces = new Kept<CardView, readonly CardView[]>();

/** As many as are compared one by one when one of them changes. */
const PIECE = 20;

/** The cards of a phase, in pieces that stay the same arrays while nothing in them changes. A step never leaves its piece. */
export function cardPieces(rows: readonly StepRow[], look: Look): (readonly CardView[])[] {
  const seen = rows.filter((row) => look.passing.has(row));
  const placeOf = new Map(seen.map((row, place) => [row, place]));
  const views = rows.map((row) => known.keep(row, viewOf(row, { ...look, seen, place: placeOf.get(row) })));
  return keptPieces(knownPieces, views, PIECE);
}

const knownSeen = new Kept<readonly CardView[], readonly CardView[]>();

/** The same without the cards that the filter hides. */
export const onlySeen = (pieces: readonly (readonly CardView[])[]): (readonly CardView[])[] =>
  pieces.map((views) =>
    knownSeen.keep(
      views,
      views.filter(({ hidden }) => !hidden),
    ),
  );

type Placed = Look & { seen: readonly StepRow[]; place: number | undefined };

function viewOf(row: StepRow, { seen, place, isOpen, firstFinal, onPhone }: Placed): CardView {
  const open = isOpen(row);
  const { number } = row.step;
  const pointOfNoReturn = number === firstFinal;
  if (place === undefined) {
    return { row, open, hidden: true, above: "apart", joinsBelow: false, pointOfNoReturn, hiddenOnPhone: false };
  }
  const [before, after] = [seen[place - 1], seen[place + 1]];
  const joined = !open && before !== undefined && !isOpen(before) && !pointOfNoReturn;
  return {
    row,
    open,
    hidden: false,
    above: joined ? "joined" : before === undefined && !pointOfNoReturn ? "first" : "apart",
    joinsBelow: !open && after !== undefined && !isOpen(after) && after.step.number !== firstFinal,
    pointOfNoReturn,
    hiddenOnPhone: onPhone !== null && onPhone !== number,
  };
}
