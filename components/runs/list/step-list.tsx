"use client";

import { cardPieces, onlySeen } from "#components/runs/card/card-views.ts";
import { PhaseSection } from "#components/runs/list/phase-section.tsx";
import { firstFinalOf, isOpen, type StepRow } from "#components/runs/list/step-rows.ts";
import type { RunDesk } from "#components/runs/run-desk.tsx";
import { runPart } from "#components/runs/run-part.ts";
import type { ViewState } from "#components/runs/view-state.ts";
import { Drawn } from "#components/ui/drawn.tsx";
import type { Procedure } from "#lib/domain/procedure.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";

const nothingMatches = runPart("NothingMatches");

type StepListProps = {
  procedure: Procedure;
  desk: RunDesk;
  rows: readonly StepRow[];
  /** Those that the filter lets through. */
  passing: ReadonlySet<StepRow>;
  view: ViewState;
  /** What stands open without anybody opening it. */
  open: ReadonlySet<string>;
  /** Phases that were closed when the page came; they stand folded until somebody opens them. */
  folded: ReadonlySet<number>;
  filtered: boolean;
  /** The one step that a phone shows; null shows all. */
  onPhone: string | null;
  onToggle: (step: string, shown: ShownState, open: boolean) => void;
  onPhase: (place: number, open: boolean) => void;
  onClear: () => void;
};

export function StepList(props: StepListProps) {
  const { procedure, desk, rows, passing, view, filtered, folded, onPhone } = props;
  const firstFinal = firstFinalOf(rows)?.step.number;
  const first = rows.find((row) => passing.has(row))?.phase;
  const isCardOpen = (row: StepRow) => isOpen(row, view, props.open);
  return (
    <>
      {passing.size === 0 && (
        <Drawn part={nothingMatches}>{(Part) => <Part total={rows.length} onClear={props.onClear} />}</Drawn>
      )}
      {procedure.phases.map((phase, place) => {
        const all = rows.filter((row) => row.phase === place);
        const unfolded = view.visited === place || (view.phases.get(place) ?? !folded.has(place));
        const pieces = cardPieces(all, { passing, isOpen: isCardOpen, firstFinal, onPhone });
        return (
          <PhaseSection
            key={phase.title}
            phase={phase}
            place={place}
            desk={desk}
            all={all}
            // Of a folded phase only what the filter shows is drawn.
            pieces={unfolded ? pieces : onlySeen(pieces)}
            hidden={!all.some((row) => passing.has(row))}
            first={place === first}
            foreign={onPhone !== null && !all.some((row) => row.step.number === onPhone && passing.has(row))}
            open={filtered || unfolded}
            canFold={!filtered}
            oneOnPhone={onPhone !== null}
            onToggle={props.onToggle}
            onPhase={props.onPhase}
          />
        );
      })}
    </>
  );
}
