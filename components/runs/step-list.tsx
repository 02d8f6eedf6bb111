"use client";

import { FilterX } from "lucide-react";
import { PhaseSection } from "#components/runs/phase-section.tsx";
import { isOpen, type StepRow } from "#components/runs/step-rows.ts";
import type { ViewState } from "#components/runs/view-state.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { Procedure } from "#lib/domain/procedure.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";

type StepListProps = {
  procedure: Procedure;
  /** Those that the filter lets through. */
  rows: readonly StepRow[];
  /** All of them, for the counts of their phases. */
  all: readonly StepRow[];
  view: ViewState;
  openByThemselves: ReadonlySet<string>;
  /** Phases that were closed when the page came; they stand folded until somebody opens them. */
  foldedAtFirst: ReadonlySet<number>;
  filtered: boolean;
  /** The one step that a phone shows; null shows all. */
  onPhone: string | null;
  onToggle: (step: string, shown: ShownState, open: boolean) => void;
  onPhase: (place: number, open: boolean) => void;
  onClear: () => void;
};

export function StepList(props: StepListProps) {
  const { procedure, rows, all, view, filtered, foldedAtFirst, onPhone } = props;
  if (rows.length === 0) return <NothingMatches total={all.length} onClear={props.onClear} />;
  const firstFinal = all.find(({ step }) => step.irreversible)?.step.number;
  return procedure.phases.map((phase, place) => {
    const inside = rows.filter((row) => row.phase === place);
    if (inside.length === 0) return null;
    const open = filtered || (view.phases.get(place) ?? !foldedAtFirst.has(place));
    return (
      <PhaseSection
        key={phase.title}
        phase={phase}
        place={place}
        rows={inside}
        all={all.filter((row) => row.phase === place)}
        open={open}
        canFold={!filtered}
        isOpen={(row) => isOpen(row, view, props.openByThemselves)}
        firstFinal={firstFinal}
        onPhone={onPhone}
        onToggle={props.onToggle}
        onPhase={props.onPhase}
      />
    );
  });
}

function NothingMatches({ total, onClear }: { total: number; onClear: () => void }) {
  return (
    <EmptyState
      icon={<FilterX aria-hidden />}
      title="No step matches"
      action={<Button onClick={onClear}>Show all {total} steps</Button>}
    >
      <p>The filter hides all {total} steps.</p>
    </EmptyState>
  );
}
