"use client";

import { type RefObject, useEffect, useRef } from "react";
import { goNear, stepOf } from "#components/runs/step-focus.ts";
import type { StepRow } from "#components/runs/step-rows.ts";

/**
 * Remembers the step that somebody was at, also while they write a note. When its card leaves the list under the focus,
 * because an event took it out of what is filtered, the nearest card gets it.
 */
export function useKeptFocus(rows: readonly StepRow[]): RefObject<string | null> {
  const last = useRef<string | null>(null);
  const inCard = useRef(false);
  useEffect(() => {
    const come = ({ target }: FocusEvent) => {
      const step = target instanceof Element ? stepOf(target) : null;
      inCard.current = step !== null;
      last.current = step ?? last.current;
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
  useEffect(() => {
    const step = last.current;
    if (!inCard.current || step === null || document.activeElement !== document.body) return;
    if (document.getElementById(`step-${step}`)) return;
    goNear(
      step,
      rows.map((row) => row.step.number),
    );
  });
  return last;
}
