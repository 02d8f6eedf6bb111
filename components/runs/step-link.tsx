"use client";

import type { MouseEvent, ReactNode } from "react";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { buttonClass } from "#components/ui/button-style.ts";

/** Leads to a step: opens its card, brings it into sight and gives it the focus. */
export function StepLink({ step, button = false, children }: { step: string; button?: boolean; children: ReactNode }) {
  const { reveal } = useRunDesk();
  const go = (event: MouseEvent) => {
    event.preventDefault();
    reveal(step);
  };
  return (
    <a
      href={`#step-${step}`}
      onClick={go}
      className={button ? buttonClass({ size: "small" }) : "font-medium no-underline hover:underline"}
    >
      {children}
    </a>
  );
}
