"use client";

import { ChevronDown, ChevronRight } from "lucide-react";
import { useId } from "react";
import { StepCard } from "#components/runs/step-card.tsx";
import { isClosed, numbersOf, type StepRow } from "#components/runs/step-rows.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Mark } from "#components/ui/mark.tsx";
import type { Phase } from "#lib/domain/procedure.ts";
import { type ShownState, tally } from "#lib/domain/run/digest.ts";

type PhaseSectionProps = {
  phase: Phase;
  place: number;
  rows: readonly StepRow[];
  all: readonly StepRow[];
  open: boolean;
  canFold: boolean;
  isOpen: (row: StepRow) => boolean;
  /** The first step of the run that cannot be undone. */
  firstFinal: string | undefined;
  onPhone: string | null;
  onToggle: (step: string, shown: ShownState, open: boolean) => void;
  onPhase: (place: number, open: boolean) => void;
};

export function PhaseSection(props: PhaseSectionProps) {
  const { phase, place, rows, all, open, canFold, onPhone, onPhase } = props;
  const id = useId();
  const closed = all.every(({ shown }) => isClosed(shown));
  const foreign = onPhone !== null && !rows.some(({ step }) => step.number === onPhone);
  return (
    <section aria-labelledby={id} className={classNames("mt-4 first:mt-0", foreign && "max-md:hidden")}>
      <header className={classNames("mb-1.5 flex items-baseline gap-2 px-1", onPhone !== null && "max-md:hidden")}>
        <h2 id={id} className="font-semibold">
          {phase.title}
        </h2>
        <p className="text-fg-3 max-sm:hidden">{numbersOf(phase)}</p>
        <p className="ml-auto whitespace-nowrap text-fg-2">{countWords(all)}</p>
        {closed && canFold && (
          <button
            type="button"
            aria-expanded={open}
            aria-label={`${phase.title}: ${open ? "fold" : "show"} its steps`}
            onClick={() => onPhase(place, !open)}
            className="-my-1 grid size-6 place-items-center self-center rounded text-fg-3 hover:bg-hover touch:size-11 print:hidden [&>svg]:size-4"
          >
            {open ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
          </button>
        )}
      </header>
      {open ? <Cards {...props} /> : <FoldedPhase {...props} />}
    </section>
  );
}

function countWords(all: readonly StepRow[]): string {
  const { settled, applying } = tally(all.map(({ shown }) => shown));
  if (applying === 0) return all.length === 1 ? "does not apply" : "none applies";
  return `${settled} of ${applying} settled`;
}

function Cards({ rows, isOpen, onPhone, onToggle, firstFinal }: PhaseSectionProps) {
  return (
    <ol className="grid">
      {rows.map((row, place) => {
        const open = isOpen(row);
        const before = rows[place - 1];
        const joined = !open && before !== undefined && !isOpen(before) && row.step.number !== firstFinal;
        const after = rows[place + 1];
        return (
          <StepCard
            key={row.step.number}
            step={row.step}
            state={row.state}
            shown={row.shown}
            because={row.because}
            open={open}
            joinsAbove={joined}
            joinsBelow={!open && after !== undefined && !isOpen(after) && after.step.number !== firstFinal}
            pointOfNoReturn={row.step.number === firstFinal}
            hiddenOnPhone={onPhone !== null && onPhone !== row.step.number}
            onToggle={onToggle}
          />
        );
      })}
    </ol>
  );
}

/** One line in place of steps that are all settled. */
function FoldedPhase({ all, place, onPhase, phase }: PhaseSectionProps) {
  return (
    <button
      type="button"
      aria-expanded={false}
      onClick={() => onPhase(place, true)}
      className="flex min-h-9 w-full items-center gap-3 rounded border border-line bg-surface px-3 py-1.5 text-left hover:bg-sunken touch:min-h-11 print:hidden"
    >
      <span className="flex flex-wrap gap-x-3 gap-y-1">
        {all.map(({ step, shown }) => (
          <span key={step.number} className="inline-flex items-center gap-1.5">
            <b className="text-m">{step.number}</b>
            <Mark kind={step.kind} state={shown} size={20} />
          </span>
        ))}
      </span>
      <span className="sr-only">Show the steps of {phase.title}</span>
      <ChevronRight aria-hidden className="ml-auto size-4 flex-none text-fg-3" />
    </button>
  );
}
