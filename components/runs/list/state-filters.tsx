"use client";

import { useState } from "react";
import { FilterButton } from "#components/ui/filter-button.tsx";
import { Mark } from "#components/ui/mark.tsx";
import type { MarkState } from "#components/ui/mark-state.ts";
import type { RunFilter } from "#lib/client/run/run-filter.ts";
import type { Tally } from "#lib/domain/run/digest.ts";
import { stateWord } from "#lib/domain/run/state-words.ts";
import { t } from "#lib/words/t.ts";

/** Trouble first, then what waits, what goes on, what is to come. */
const open: readonly MarkState[] = [
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
];
const closed: readonly MarkState[] = ["completed", "overridden", "skipped", "not_applicable"];

type StateFiltersProps = {
  tally: Tally;
  chosen: RunFilter["only"];
  digits: number;
  over: boolean;
  onChoose: (state: MarkState) => void;
};

/** One button for each state, what is open in one line and what is closed in another. */
export function StateFilters(props: StateFiltersProps) {
  return (
    <fieldset className="m-0 min-w-0 border-0 p-0">
      <legend className="sr-only">{t("Only steps that are")}</legend>
      <StateLine
        {...props}
        order={open}
        says={(count) => (props.over ? t("Not done {count}", { count }) : t("Open {count}", { count }))}
      />
      <StateLine {...props} order={closed} says={(count) => t("Closed {count}", { count })} />
    </fieldset>
  );
}

type StateLineProps = StateFiltersProps & { order: readonly MarkState[]; says: (count: number) => string };

/** Nothing in it moves: what is new stands at the end, what is gone stays with 0. */
function StateLine({ tally: { byState }, chosen, digits, onChoose, order, says }: StateLineProps) {
  const [states, setStates] = useState(() => order.filter((state) => byState.has(state)));
  const fresh = order.filter((state) => byState.has(state) && !states.includes(state));
  if (fresh.length > 0) setStates([...states, ...fresh]);
  // The first step to be closed moves nothing; a run that is over has nothing open.
  if (states.length === 0 && order === open) return null;
  const count = order.reduce((sum, state) => sum + (byState.get(state) ?? 0), 0);
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-1 md:min-h-8">
      <span className="w-20 flex-none pl-2 text-fg-2 max-md:w-full">{says(count)}</span>
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
    </div>
  );
}
