"use client";

import { useState } from "react";
import { FilterButton } from "#components/ui/filter-button.tsx";
import { Mark } from "#components/ui/mark.tsx";
import type { MarkState } from "#components/ui/mark-state.ts";
import type { RunFilter } from "#lib/client/run-filter.ts";
import type { Tally } from "#lib/domain/run/digest.ts";
import { stateWord } from "#lib/domain/run/state-words.ts";
import { t } from "#lib/words/t.ts";

/** Trouble first, then what waits, what goes on, what is to come, what is settled. */
const order: readonly MarkState[] = [
  "interrupted",
  "failed",
  "timed_out",
  "rejected",
  "canceled",
  "awaiting_approval",
  "awaiting_confirmation",
  "undecided",
  "ready",
  "in_progress",
  "canceling",
  "not_started",
  "completed",
  "overridden",
  "skipped",
  "not_applicable",
];

type StateFiltersProps = {
  tally: Tally;
  chosen: RunFilter["only"];
  digits: number;
  onChoose: (state: MarkState) => void;
};

/** One button for each state, at a desk in one line. Nothing in it moves: what is new stands at the end, what is gone stays with 0. */
export function StateFilters({ tally: { byState }, chosen, digits, onChoose }: StateFiltersProps) {
  const [states, setStates] = useState(() => order.filter((state) => byState.has(state)));
  const fresh = order.filter((state) => byState.has(state) && !states.includes(state));
  if (fresh.length > 0) setStates([...states, ...fresh]);
  return (
    <fieldset className="m-0 flex min-w-0 items-start gap-x-1 overflow-x-auto border-0 p-0 [scrollbar-width:thin] max-md:flex-wrap md:-m-1 md:h-11 md:p-1">
      <legend className="sr-only">{t("Only steps that are")}</legend>
      {states.map((state) => (
        <FilterButton
          key={state}
          pressed={chosen === state}
          icon={<Mark kind="manual" state={state} size={18} />}
          count={byState.get(state) ?? 0}
          digits={digits}
          onClick={() => onChoose(state)}
        >
          {stateWord(state)}
        </FilterButton>
      ))}
    </fieldset>
  );
}
