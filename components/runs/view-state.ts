import { isFiltered, noFilter, type RunFilter } from "#lib/client/run/run-filter.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";

export type PhoneTab = "mine" | "all" | "notes";

/** What the reader chose to see. The filter stands in the address; nothing else of it is kept. */
export type ViewState = {
  filter: RunFilter;
  /** Cards opened or folded by hand, for as long as the step stays in that state. */
  cards: ReadonlyMap<string, { shown: ShownState; open: boolean }>;
  /** Phases opened or folded by hand, by their place. */
  phases: ReadonlyMap<number, boolean>;
  /** The phase that a link has led into and opened; until one leads out of it. */
  visited: number | null;
  tab: PhoneTab;
  /** Whether a phone shows the filters, which take as much room as a step. */
  filtersOpen: boolean;
  /** The step that a phone is to show whole; a new object at each choice. */
  chosen: { step: string } | null;
  /** The step to be brought into sight; `times` tells a second wish from the first. */
  target: { step: string; times: number } | null;
};

export const firstView: ViewState = {
  filter: noFilter,
  cards: new Map(),
  phases: new Map(),
  visited: null,
  tab: "mine",
  filtersOpen: false,
  chosen: null,
  target: null,
};

export type ViewChange =
  | { type: "filter"; filter: Partial<RunFilter> }
  | { type: "card"; step: string; shown: ShownState; open: boolean }
  | { type: "phase"; place: number; open: boolean }
  | { type: "tab"; tab: PhoneTab }
  | { type: "filters"; open: boolean }
  | { type: "reveal"; step: string; shown: ShownState; phase: number; unseen: boolean };

export function changeView(view: ViewState, change: ViewChange): ViewState {
  switch (change.type) {
    case "filter":
      return { ...view, filter: { ...view.filter, ...change.filter } };
    case "card":
      return {
        ...view,
        cards: new Map(view.cards).set(change.step, { shown: change.shown, open: change.open }),
        chosen: change.open ? { step: change.step } : view.chosen,
      };
    case "phase":
      return {
        ...view,
        phases: new Map(view.phases).set(change.place, change.open),
        visited: change.place === view.visited ? null : view.visited,
      };
    case "tab":
      return { ...view, tab: change.tab };
    case "filters":
      return { ...view, filtersOpen: change.open };
    case "reveal":
      return {
        ...view,
        filter: noFilter,
        cards: new Map(view.cards).set(change.step, { shown: change.shown, open: true }),
        // A phase that stood open folds as it would have without the link.
        visited: change.unseen || isFiltered(view.filter) || view.visited === change.phase ? change.phase : null,
        tab: view.tab === "notes" ? "mine" : view.tab,
        chosen: { step: change.step },
        target: { step: change.step, times: (view.target?.times ?? 0) + 1 },
      };
  }
}
