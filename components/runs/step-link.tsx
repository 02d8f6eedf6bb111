"use client";

import type { MouseEvent, ReactNode } from "react";
import { useRunDesk } from "#components/runs/run-desk.tsx";

/** Leads to a step: opens its card, brings it into sight and gives it the focus. */
export function StepLink({ step, children }: { step: string; children: ReactNode }) {
  const { reveal } = useRunDesk();
  const go = (event: MouseEvent) => {
    event.preventDefault();
    reveal(step);
  };
  return (
    <a href={`#step-${step}`} onClick={go} className="font-medium no-underline hover:underline">
      {children}
    </a>
  );
}
