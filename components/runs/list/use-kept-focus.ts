"use client";

import { type RefObject, useEffect, useLayoutEffect, useReducer, useRef } from "react";
import { goNear, goToPart, goToStep, SHOW_ALL, stepOf } from "#components/runs/list/step-focus.ts";
import type { StepRow } from "#components/runs/list/step-rows.ts";
import { subscribeToArrivals } from "#components/ui/later.ts";

type KeptFocus = {
  /** The step that somebody was at. */
  last: RefObject<string | null>;
  /** The step that the focus was taken from, while nobody has moved it since. */
  takenFrom: RefObject<string | null>;
};

/** What the filter hides keeps the focus until the page is drawn. */
const hasFocusInSight = (): boolean =>
  document.activeElement !== document.body && !document.activeElement?.closest("[hidden]");

/**
 * Remembers the step that somebody was at, also while they write a note. When its card leaves the list under the focus,
 * because an event took it out of what is filtered, the nearest card gets it.
 */
export function useKeptFocus(rows: readonly StepRow[]): KeptFocus {
  const last = useRef<string | null>(null);
  const takenFrom = useRef<string | null>(null);
  const inCard = useRef(false);
  // No card is left: the way to all of them has the focus until there are some again.
  const waits = useRef(false);
  useEffect(() => {
    const come = ({ target }: FocusEvent) => {
      const step = target instanceof Element ? stepOf(target) : null;
      inCard.current = step !== null;
      last.current = step ?? last.current;
      takenFrom.current = null;
      waits.current = false;
    };
    const press = ({ target }: PointerEvent) => {
      inCard.current = target instanceof Element && stepOf(target) !== null;
    };
    last.current = stepOf(document.activeElement);
    inCard.current = last.current !== null;
    document.addEventListener("focusin", come);
    document.addEventListener("pointerdown", press);
    return () => {
      document.removeEventListener("focusin", come);
      document.removeEventListener("pointerdown", press);
    };
  }, []);
  // What stands in place of the steps may be fetched only when there are none.
  const [, lookAgain] = useReducer((times: number) => times + 1, 0);
  useEffect(() => subscribeToArrivals(lookAgain), []);
  // Before the focus counts as lost.
  useLayoutEffect(() => {
    const step = last.current;
    if (!inCard.current || step === null || hasFocusInSight()) return;
    if (document.getElementById(`step-${step}`)) {
      if (waits.current) goToStep(step);
      return;
    }
    if (goNear(step, rows)) takenFrom.current = step;
    else {
      goToPart(SHOW_ALL);
      waits.current = inCard.current = true;
    }
  });
  return { last, takenFrom };
}
