"use client";

import { useCallback, useDeferredValue, useEffect, useMemo, useReducer, useRef } from "react";
import { cardAt } from "#components/runs/list/cards.ts";
import type { StepRow } from "#components/runs/list/step-rows.ts";
import { changeView, firstView, type PhoneTab } from "#components/runs/view-state.ts";
import { isFiltered, noFilter, type RunFilter, runFilterQuery } from "#lib/client/run/run-filter.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";

export type RunView = ReturnType<typeof useRunView>;

/** What the reader chose to see, and the ways to change it; none of them changes from one drawing to the next. */
export function useRunView(rows: readonly StepRow[], filterAtFirst: RunFilter) {
  // A link to some of the steps shows a phone these, and not the one step that is to be done.
  const tab = isFiltered(filterAtFirst) ? "all" : firstView.tab;
  const [view, change] = useReducer(changeView, { ...firstView, filter: filterAtFirst, tab });
  const latest = useRef(rows);
  useEffect(() => {
    latest.current = rows;
  }, [rows]);
  const reveal = useCallback((step: string) => {
    const row = latest.current.find((each) => each.step.number === step);
    if (row) change({ type: "reveal", step, shown: row.shown, phase: row.phase, unseen: cardAt(step) === null });
  }, []);
  const changes = useMemo(
    () => ({
      filter: (filter: Partial<RunFilter>) => change({ type: "filter", filter }),
      clear: () => change({ type: "filter", filter: noFilter }),
      toggle: (step: string, shown: ShownState, open: boolean) => change({ type: "card", step, shown, open }),
      phase: (place: number, open: boolean) => change({ type: "phase", place, open }),
      tab: (tab: PhoneTab) => change({ type: "tab", tab }),
      showFilters: (open: boolean) => change({ type: "filters", open }),
    }),
    [],
  );
  const query = runFilterQuery(view.filter);
  useEffect(() => {
    const { pathname, search, hash } = location;
    if (search !== query) history.replaceState(null, "", `${pathname}${query}${hash}`);
  }, [query]);
  // Hundreds of cards that come and go are drawn after the press that filters them is shown.
  const { filter, target } = useDeferredValue(view);
  useEffect(() => {
    if (!target) return;
    const card = document.getElementById(`step-${target.step}`);
    card?.scrollIntoView({ block: "start" });
    // Drawn late, it takes the focus from nothing that was opened meanwhile.
    if (!document.activeElement?.closest("[role=dialog]")) card?.focus({ preventScroll: true });
  }, [target]);
  return { view, drawnFilter: filter, reveal, ...changes };
}
