"use client";

import { ChevronDown, ChevronRight } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { StepCard } from "#components/runs/step-card.tsx";
import { isClosed, numbersOf, type StepRow } from "#components/runs/step-rows.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Mark } from "#components/ui/mark.tsx";
import type { Phase } from "#lib/domain/procedure.ts";
import { type ShownState, tally } from "#lib/domain/run/digest.ts";
import { stateWord } from "#lib/domain/run/state-words.ts";

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
  const { rows, open, onPhone } = props;
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
  const foreign = onPhone !== null && !rows.some(({ step }) => step.number === onPhone);
  return (
    <section ref={section} aria-labelledby={id} className={classNames("mt-4 first:mt-0", foreign && "max-md:hidden")}>
      {open ? <PhaseHead {...props} id={id} onPhase={onPhase} /> : <FoldedPhase {...props} id={id} onPhase={onPhase} />}
      {open && <Cards {...props} />}
    </section>
  );
}

function PhaseHead({ phase, place, all, canFold, onPhone, onPhase, id }: PhaseSectionProps & { id: string }) {
  const closed = all.every(({ shown }) => isClosed(shown));
  return (
    <header className={classNames("mb-1.5 flex items-baseline gap-2 px-1", onPhone !== null && "max-md:sr-only")}>
      <h2 id={id} className="font-semibold">
        {phase.title}
      </h2>
      <p className="text-fg-3 max-sm:hidden">{numbersOf(phase)}</p>
      <p className="ml-auto whitespace-nowrap text-fg-2">{countWords(all)}</p>
      {closed && canFold && (
        <button
          type="button"
          aria-expanded
          aria-label={`${phase.title}: fold its steps`}
          onClick={() => onPhase(place, false)}
          className="-my-1 grid size-6 place-items-center self-center rounded text-fg-3 hover:bg-hover touch:size-11 print:hidden [&>svg]:size-4"
        >
          <ChevronDown aria-hidden />
        </button>
      )}
    </header>
  );
}

function countWords(all: readonly StepRow[]): string {
  const { settled, applying } = tally(all.map(({ shown }) => shown));
  if (applying === 0) return all.length === 1 ? "does not apply" : "none applies";
  return `${settled} of ${applying} settled`;
}

function Cards({ rows, isOpen, onPhone, onToggle, firstFinal }: PhaseSectionProps) {
  return (
    <ol>
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
            inDrill={row.inDrill}
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
function FoldedPhase({ phase, place, all, onPhone, onPhase, id }: PhaseSectionProps & { id: string }) {
  return (
    <h2 className={onPhone === null ? "" : "max-md:hidden"}>
      <button
        type="button"
        aria-expanded={false}
        onClick={() => onPhase(place, true)}
        className="flex min-h-9 w-full flex-wrap items-center gap-x-4 gap-y-1 rounded border border-line bg-surface py-1.5 pr-3 pl-4 text-left hover:bg-sunken touch:min-h-11"
      >
        <span id={id} className="font-semibold">
          {phase.title}
        </span>
        <span className="flex flex-wrap gap-x-3 gap-y-1">
          {all.map(({ step, shown }) => (
            <span key={step.number} className="inline-flex items-center gap-1">
              <span className="font-medium">{step.number}</span>
              <Mark kind={step.kind} state={shown} size={18} />
              <span className="sr-only">{stateWord(shown, step.kind)}</span>
            </span>
          ))}
        </span>
        <span className="ml-auto text-fg-2 max-md:sr-only">{countWords(all)}</span>
        <ChevronRight aria-hidden className="size-4 flex-none text-fg-3 max-md:ml-auto" />
      </button>
    </h2>
  );
}
