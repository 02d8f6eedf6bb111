import type { StepRow } from "#components/runs/list/step-rows.ts";
import { Kept } from "#lib/client/run/kept.ts";
import type { Step } from "#lib/domain/procedure.ts";

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
const knownViews = new Kept<CardView, readonly CardView[]>();

/** Neighbouring cards that are drawn, hidden and brought into sight together. */
export type CardPiece = {
  /** The same array while nothing in it changes. */
  views: readonly CardView[];
  /** The filter leaves out all of them: what was drawn last stays as it is, out of the page. */
  hidden: boolean;
};

/** As many as are compared one by one when one of them changes. */
const PIECE = 20;

/** What was seen last of the piece that begins with this step. */
const seenLast = new WeakMap<Step, readonly CardView[]>();

/** The cards of a phase in pieces. A step never leaves its piece. */
export function cardPieces(rows: readonly StepRow[], look: Look): CardPiece[] {
  const seen = rows.filter((row) => look.passing.has(row));
  const placeOf = new Map(seen.map((row, place) => [row, place]));
  const pieces: CardPiece[] = [];
  for (let at = 0; at < rows.length; at += PIECE) {
    pieces.push(pieceOf(rows.slice(at, at + PIECE), { ...look, seen, placeOf }));
  }
  return pieces;
}

function pieceOf(rows: readonly StepRow[], { placeOf, ...look }: Look & Seen): CardPiece {
  const [first] = rows;
  const hidden = rows.every((row) => !placeOf.has(row));
  const last = first && hidden ? seenLast.get(first.step) : undefined;
  // An open card is drawn on while it is hidden: it is about the run as it is now.
  const kept = last?.length === rows.length && last.every(({ open }) => !open) ? last : undefined;
  const made = kept ?? rows.map((row) => known.keep(row, viewOf(row, { ...look, place: placeOf.get(row) })));
  const views = made[0] ? knownViews.keep(made[0], made) : made;
  if (first && !hidden) seenLast.set(first.step, views);
  return { views, hidden };
}

const knownSeen = new Kept<readonly CardView[], readonly CardView[]>();

/** The same without the cards that the filter hides. */
export const onlySeen = (pieces: readonly CardPiece[]): CardPiece[] =>
  pieces.map(({ views, hidden }) => ({
    views: knownSeen.keep(views, hidden ? [] : views.filter((view) => !view.hidden)),
    hidden,
  }));

type Seen = { seen: readonly StepRow[]; placeOf: ReadonlyMap<StepRow, number> };
type Placed = Look & Pick<Seen, "seen"> & { place: number | undefined };

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
