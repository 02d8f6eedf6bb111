"use client";

import { ChevronDown, ChevronRight } from "lucide-react";
import { memo, useEffect, useId, useRef } from "react";
import type { CardPiece } from "#components/runs/card/card-views.ts";
import { StepCard } from "#components/runs/card/step-card.tsx";
import { isClosed, numbersOf, type StepRow } from "#components/runs/list/step-rows.ts";
import type { RunDesk } from "#components/runs/run-desk.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Mark } from "#components/ui/mark.tsx";
import { StateLabel } from "#components/ui/state-label.tsx";
import type { Phase } from "#lib/domain/procedure.ts";
import { type ShownState, tally } from "#lib/domain/run/digest.ts";
import { stepWord } from "#lib/domain/run/state-words.ts";
import { t } from "#lib/words/t.ts";

type PhaseSectionProps = {
  phase: Phase;
  place: number;
  desk: RunDesk;
  all: readonly StepRow[];
  /** Its cards, in pieces that are drawn anew only when something in them changes. */
  pieces: readonly CardPiece[];
  /** None of its steps passes the filter. */
  hidden: boolean;
  /** The first phase that is shown. */
  first: boolean;
  /** The one step that a phone shows is not here. */
  foreign: boolean;
  open: boolean;
  canFold: boolean;
  /** A phone shows one step only. */
  oneOnPhone: boolean;
  onToggle: (step: string, shown: ShownState, open: boolean) => void;
  onPhase: (place: number, open: boolean) => void;
};

export function PhaseSection(props: PhaseSectionProps) {
  const { open, hidden, first, foreign, oneOnPhone } = props;
  const id = useId();
  const section = useRef<HTMLElement>(null);
  const pressed = useRef(false);
  const onPhase: typeof props.onPhase = (place, wanted) => {
    pressed.current = true;
    props.onPhase(place, wanted);
  };
  useEffect(() => {
    // The button that was pressed is gone: its first card, or the line that stands for the phase, gets the focus.
    if (pressed.current) section.current?.querySelector<HTMLElement>(open ? "h3 > button" : "h2 > button")?.focus();
    pressed.current = false;
  }, [open]);
  return (
    <section
      ref={section}
      aria-labelledby={id}
      hidden={hidden}
      className={classNames(!first && (oneOnPhone ? "md:mt-4" : "mt-4"), foreign && "max-md:hidden")}
    >
      {open ? <PhaseHead {...props} id={id} onPhase={onPhase} /> : <FoldedPhase {...props} id={id} onPhase={onPhase} />}
      {open && <Cards {...props} />}
    </section>
  );
}

function PhaseHead({ phase, place, all, canFold, oneOnPhone, onPhase, id }: PhaseSectionProps & { id: string }) {
  const closed = all.every(({ shown }) => isClosed(shown));
  return (
    <header className={classNames("mb-1.5 flex items-baseline gap-2 px-1", oneOnPhone && "max-md:sr-only")}>
      <h2 id={id} translate="no" className="font-semibold">
        {phase.title}
      </h2>
      <p className="text-fg-3 max-sm:hidden">{numbersOf(phase)}</p>
      <p className="ml-auto whitespace-nowrap text-fg-2">{countWords(all)}</p>
      {closed && canFold && (
        <button
          type="button"
          aria-expanded
          aria-label={t("{phase}: fold its steps", { phase: phase.title })}
          onClick={() => onPhase(place, false)}
          className="-my-1 grid size-6 place-items-center self-center rounded text-fg-3 hover:bg-hover touch:-my-3 touch:size-11 print:hidden [&>svg]:size-4"
        >
          <ChevronDown aria-hidden />
        </button>
      )}
    </header>
  );
}

function countWords(all: readonly StepRow[]): string {
  const { settled, applying } = tally(all.map(({ shown }) => shown));
  if (applying === 0) return all.length === 1 ? t("does not apply") : t("none applies");
  return t("{settled} of {applying} settled", { settled, applying });
}

function Cards({ pieces, desk, onToggle }: PhaseSectionProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: only list items may stand right in an ol, and its pieces are none
    <div role="list">
      {pieces.map(({ views, hidden }, place) => (
        <Piece
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece has the steps of its place, always the same ones
          key={place}
          views={views}
          hidden={hidden}
          desk={views.some(({ open }) => open) ? desk : null}
          onToggle={onToggle}
        />
      ))}
    </div>
  );
}

type PieceProps = CardPiece & {
  /** Where one of its cards is open; folded ones read nothing of it. */
  desk: RunDesk | null;
  onToggle: PhaseSectionProps["onToggle"];
};

/** How high a folded card mostly is. */
const ROW_REM = 2.25;

/** Hundreds of folded cards cost nothing while they are out of sight. On a phone, where most are not shown, each by itself. */
const Piece = memo(function Piece({ views, hidden, desk, onToggle }: PieceProps) {
  const folded = views.every((view) => !view.open && (hidden || !view.hidden));
  return (
    <div
      role="none"
      hidden={hidden}
      data-rows={folded ? "" : undefined}
      className={folded ? "md:[content-visibility:auto]" : ""}
      style={folded ? { containIntrinsicBlockSize: `auto ${views.length * ROW_REM}rem` } : undefined}
    >
      {views.map((view) => (
        <StepCard
          key={view.row.step.number}
          view={view}
          alone={!folded}
          desk={view.open ? desk : null}
          onToggle={onToggle}
        />
      ))}
    </div>
  );
});

/** One line in place of steps that are all settled. */
function FoldedPhase({ phase, place, all, oneOnPhone, onPhase, id }: PhaseSectionProps & { id: string }) {
  return (
    <h2 className={oneOnPhone ? "max-md:hidden" : ""}>
      <button
        type="button"
        aria-expanded={false}
        onClick={() => onPhase(place, true)}
        className="flex min-h-9 w-full flex-wrap items-center gap-x-4 gap-y-1 rounded border border-line bg-surface py-1.5 pr-3 pl-4 text-left hover:bg-sunken touch:min-h-11"
      >
        <span id={id} translate="no" className="font-semibold">
          {phase.title}
        </span>
        <span className="flex flex-wrap gap-x-4 gap-y-1">
          {alike(all).map((rows) => (
            <Alike key={rows[0].step.number} rows={rows} />
          ))}
        </span>
        <span className="ml-auto text-fg-2 max-md:sr-only">{countWords(all)}</span>
        <ChevronRight aria-hidden className="size-4 flex-none text-fg-3 max-md:ml-auto" />
      </button>
    </h2>
  );
}

type Rows = readonly [StepRow, ...StepRow[]];

/** Steps one after another that came to the same. */
function alike(all: readonly StepRow[]): Rows[] {
  const groups: [StepRow, ...StepRow[]][] = [];
  for (const row of all) {
    const last = groups.at(-1);
    if (last?.[0].shown === row.shown) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** Their numbers and marks, and once the word for what they came to. */
function Alike({ rows }: { rows: Rows }) {
  const [first] = rows;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      {rows.map(({ step, shown }) => (
        <span key={step.number} className="inline-flex items-center gap-1">
          <span className="font-medium">{step.number}</span>
          <Mark kind={step.kind} state={shown} size={18} />
        </span>
      ))}
      <StateLabel state={first.shown} word={stepWord(first)} />
    </span>
  );
}
