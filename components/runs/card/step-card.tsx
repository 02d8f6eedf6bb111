"use client";

import { ChevronDown, ChevronRight } from "lucide-react";
import { memo, useId } from "react";
import type { CardView } from "#components/runs/card/card-views.ts";
import { StepBody, type StepPartProps } from "#components/runs/card/step-body.tsx";
import { StepDetail } from "#components/runs/card/step-detail.tsx";
import { StepSince } from "#components/runs/card/step-since.tsx";
import type { StepRow } from "#components/runs/list/step-rows.ts";
import { type RunDesk, RunDeskProvider } from "#components/runs/run-desk.tsx";
import { runPart } from "#components/runs/run-part.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Drawn } from "#components/ui/drawn.tsx";
import { isThere, useLater } from "#components/ui/later.ts";
import { Mark } from "#components/ui/mark.tsx";
import { toneOfState } from "#components/ui/mark-state.ts";
import { MenuFace, menuButtonClass } from "#components/ui/menu-face.tsx";
import { StateLabel } from "#components/ui/state-label.tsx";
import type { ShownState } from "#lib/domain/run/digest.ts";
import { stepWord } from "#lib/domain/run/state-words.ts";

const finalLine = runPart("FinalLine");
const stepMenu = runPart("StepMenu");

type StepCardProps = {
  view: CardView;
  /** It is left undrawn out of sight by itself, not with its neighbours. */
  alone: boolean;
  /** What an open card needs of the page; null where it is folded. */
  desk: RunDesk | null;
  onToggle: (step: string, shown: ShownState, open: boolean) => void;
};

const urgent = new Set(["wait", "bad"]);

const unseen = "-outline-offset-2 [contain-intrinsic-block-size:auto_2.25rem]";

/** One step in the list. What the filter hides is no step for whatever looks for one in the page. */
export const StepCard = memo(function StepCard({ view, alone, desk, onToggle }: StepCardProps) {
  const { row, open, hidden, above, joinsBelow, hiddenOnPhone, pointOfNoReturn } = view;
  const { step, shown } = row;
  const id = useId();
  const tone = toneOfState[shown];
  return (
    <>
      {pointOfNoReturn && !hidden && (
        <Drawn part={finalLine}>{(Part) => <Part step={step} hiddenOnPhone={hiddenOnPhone} />}</Drawn>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: it stands in a piece of the list, where no li may */}
      <div
        role="listitem"
        id={hidden ? undefined : `step-${step.number}`}
        hidden={hidden}
        data-step={hidden ? undefined : step.number}
        data-open={open ? "" : undefined}
        data-state={shown}
        data-tone={tone}
        tabIndex={-1}
        aria-labelledby={`${id}-title`}
        className={classNames(
          "rounded border bg-surface text-fg",
          open && urgent.has(tone) ? "border-tone-solid ring-1 ring-tone-solid" : "border-line",
          !open && `${unseen} ${alone ? "[content-visibility:auto]" : "max-md:[content-visibility:auto]"}`,
          above === "joined" && "-mt-px rounded-t-none",
          above === "apart" && "mt-2",
          joinsBelow && "rounded-b-none",
          hiddenOnPhone && "max-md:hidden",
        )}
      >
        <CardContent row={row} open={open} desk={desk} onToggle={onToggle} id={id} />
      </div>
    </>
  );
});

type CardContentProps = Omit<StepCardProps, "view" | "alone"> & { row: StepRow; open: boolean; id: string };

/** Folded it is a row of the same elements, so that opening it moves no focus and mounts nothing anew. */
const CardContent = memo(function CardContent({ row, open, desk, onToggle, id }: CardContentProps) {
  const { step, state, shown } = row;
  return (
    <article aria-labelledby={`${id}-title`}>
      <div className="flex items-start">
        <CardHead row={row} open={open} onToggle={onToggle} id={id} />
        {open && desk && (
          <RunDeskProvider desk={desk}>
            <LaterMenu step={step} state={state} shown={shown} />
          </RunDeskProvider>
        )}
      </div>
      {open && desk && (
        <div id={`${id}-body`}>
          <RunDeskProvider desk={desk}>
            <StepBody step={step} state={state} shown={shown} />
          </RunDeskProvider>
        </div>
      )}
    </article>
  );
});

/** Its dots stand there from the first; what they open comes later, without moving anything. */
function LaterMenu(props: StepPartProps) {
  const menu = useLater(stepMenu, "soon");
  return (
    <span className="flex-none pt-2 pr-2 max-md:pt-1 print:hidden">
      {isThere(menu) ? (
        <menu.Part {...props} />
      ) : (
        <span aria-hidden className={menuButtonClass(undefined)}>
          <MenuFace trigger={undefined} />
        </span>
      )}
    </span>
  );
}

const CardHead = memo(function CardHead({ row, open, onToggle, id }: Omit<CardContentProps, "desk">) {
  const { step, state, shown, endedAt } = row;
  const faint = shown === "not_applicable";
  return (
    <h3 className="min-w-0 flex-1">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={open ? `${id}-body` : undefined}
        onClick={() => onToggle(step.number, shown, !open)}
        className={classNames(
          "grid w-full grid-cols-[1.75rem_1.75rem_minmax(0,1fr)_auto_1rem] items-center gap-x-3 rounded text-left -outline-offset-2 hover:bg-sunken max-md:grid-cols-[1.75rem_minmax(0,1fr)_1rem]",
          open ? "pt-3 pr-3 pb-1 pl-2 max-md:items-start max-md:pl-4" : "min-h-9 py-1.5 pr-3 pl-2 touch:min-h-11",
        )}
      >
        <span className={classNames("text-right text-m max-md:hidden", faint ? "text-fg-3" : "font-semibold")}>
          {step.number}
        </span>
        <Mark kind={step.kind} state={shown} size={open ? 28 : 22} named className="mx-auto max-md:mx-0" />
        <span className="flex min-w-0 flex-wrap items-baseline gap-x-4">
          <span
            id={`${id}-title`}
            className={classNames(
              "min-w-0",
              open ? "text-m font-semibold max-md:text-l" : faint ? "text-fg-3" : "font-medium",
            )}
          >
            <span className="md:hidden">{step.number} </span>
            <span translate="no">{step.title}</span>
          </span>
          {!open && <StepDetail {...row} />}
        </span>
        <StateLabel
          state={shown}
          word={stepWord(row)}
          tinted={open}
          since={<StepSince state={state} shown={shown} endedAt={endedAt} />}
          className="max-md:col-start-2 max-md:row-start-2 max-md:justify-self-start"
        />
        <span
          aria-hidden
          className={classNames(
            "text-fg-3 max-md:col-start-3 max-md:row-start-1 print:hidden [&>svg]:size-4",
            open && "max-md:mt-1.5",
          )}
        >
          {open ? <ChevronDown /> : <ChevronRight />}
        </span>
      </button>
    </h3>
  );
});
