"use client";

import { type MouseEvent, type PointerEvent, useRef } from "react";

const rowOf = ({ target }: { target: EventTarget }): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>("[data-number]") : null;

/** Where nothing hovers, a first tap on a row only points at it, and the next one on the same row leads to its step. */
export function useTaps(onPoint: (number: string) => void) {
  const tapped = useRef<HTMLElement | null>(null);
  const onlyPoints = useRef(false);
  return {
    onPointerDown: (event: PointerEvent) => {
      onlyPoints.current = event.pointerType === "touch" && rowOf(event) !== tapped.current;
    },
    onClickCapture: (event: MouseEvent) => {
      if (!onlyPoints.current) return;
      onlyPoints.current = false;
      event.preventDefault();
      event.stopPropagation();
      tapped.current = rowOf(event);
      const number = tapped.current?.dataset.number;
      if (number) onPoint(number);
    },
  };
}
