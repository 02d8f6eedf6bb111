"use client";

import { ChevronDown, ChevronRight } from "lucide-react";
import { memo, useId } from "react";
import { StepBody } from "#components/runs/step-body.tsx";
import { StepDetail } from "#components/runs/step-detail.tsx";
import { StepSince } from "#components/runs/step-since.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Mark } from "#components/ui/mark.tsx";
import { toneOfState } from "#components/ui/mark-state.ts";
import { StateLabel } from "#components/ui/state-label.tsx";
import type { Step } from "#lib/domain/procedure.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";
import type { StepState } from "#lib/domain/run/state.ts";

type StepCardProps = {
  step: Step;
  state: StepState;
  shown: ShownState;
  because: string;
  open: boolean;
  /** Neighbouring folded cards share one box. */
  joinsAbove: boolean;
  joinsBelow: boolean;
  pointOfNoReturn: boolean;
  hiddenOnPhone: boolean;
  onToggle: (step: string, shown: ShownState, open: boolean) => void;
};

const urgent = new Set(["wait", "bad"]);

/** One step. Folded it is a row of the same elements, so that opening it moves no focus and mounts nothing anew. */
export const StepCard = memo(function StepCard(props: StepCardProps) {
  const { step, shown, open, joinsAbove, joinsBelow, hiddenOnPhone, pointOfNoReturn } = props;
  const id = useId();
  const tone = toneOfState[shown];
  return (
    <>
      {pointOfNoReturn && <PointOfNoReturn step={step.number} hiddenOnPhone={hiddenOnPhone} />}
      <li
        id={`step-${step.number}`}
        data-step={step.number}
        data-state={shown}
        data-tone={tone}
        tabIndex={-1}
        aria-labelledby={`${id}-title`}
        className={classNames(
          "scroll-mt-30 rounded border bg-surface text-fg",
          open && urgent.has(tone) ? "border-tone-solid ring-1 ring-tone-solid" : "border-line",
          joinsAbove ? "-mt-px rounded-t-none" : "not-first:mt-2",
          joinsBelow && "rounded-b-none",
          hiddenOnPhone && "max-md:hidden",
        )}
      >
        <article aria-labelledby={`${id}-title`}>
          <CardHead {...props} id={id} />
          {open && (
            <div id={`${id}-body`}>
              <StepBody step={step} state={props.state} shown={shown} />
            </div>
          )}
        </article>
      </li>
    </>
  );
});

function CardHead({ step, state, shown, because, open, onToggle, id }: StepCardProps & { id: string }) {
  const faint = shown === "not_applicable";
  return (
    <h3>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={open ? `${id}-body` : undefined}
        onClick={() => onToggle(step.number, shown, !open)}
        className={classNames(
          "grid w-full grid-cols-[1.75rem_1.75rem_minmax(0,1fr)_auto_1rem] items-center gap-x-3 rounded text-left hover:bg-sunken max-sm:grid-cols-[1.75rem_1.75rem_minmax(0,1fr)_1rem]",
          open ? "pt-3 pr-3 pb-1 pl-2" : "min-h-9 py-1.5 pr-3 pl-2 touch:min-h-11",
        )}
      >
        <span className={classNames("text-right text-m", faint ? "text-fg-3" : "font-semibold")}>{step.number}</span>
        <Mark kind={step.kind} state={shown} size={open ? 28 : 22} className="mx-auto" />
        <span className="flex min-w-0 flex-wrap items-baseline gap-x-4">
          <span
            id={`${id}-title`}
            className={classNames("min-w-0", open ? "text-m font-semibold" : faint ? "text-fg-3" : "font-medium")}
          >
            {step.title}
          </span>
          {!open && <StepDetail step={step} state={state} shown={shown} because={because} />}
        </span>
        <StateLabel
          state={shown}
          kind={step.kind}
          tinted={open}
          since={<StepSince state={state} shown={shown} />}
          className="max-sm:col-start-3 max-sm:row-start-2 max-sm:justify-self-start"
        />
        <span aria-hidden className="text-fg-3 max-sm:col-start-4 max-sm:row-start-1 print:hidden [&>svg]:size-4">
          {open ? <ChevronDown /> : <ChevronRight />}
        </span>
      </button>
    </h3>
  );
}

function PointOfNoReturn({ step, hiddenOnPhone }: { step: string; hiddenOnPhone: boolean }) {
  return (
    <li
      className={classNames(
        "mt-3 mb-2 flex flex-wrap items-center gap-x-3 before:w-10 before:border-t-2 before:border-fg after:flex-1 after:border-t-2 after:border-fg",
        hiddenOnPhone && "max-md:hidden",
      )}
    >
      <span>
        <b>Point of no return</b> <span className="text-fg-2">step {step} cannot be undone</span>
      </span>
    </li>
  );
}
