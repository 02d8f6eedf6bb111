"use client";

import type { StepPartProps } from "#components/runs/step-body.tsx";
import { Time } from "#components/shell/time.tsx";
import { Row } from "#components/ui/rows.tsx";

const labels: Partial<Record<StepPartProps["shown"], string>> = {
  completed: "Done",
  failed: "Failed",
  timed_out: "Timed out",
  interrupted: "What is known",
  canceled: "Canceled",
  rejected: "No go",
  overridden: "Overridden",
  skipped: "Skipped",
  ready: "Reopened",
  not_started: "Reopened",
};

/** Why the step is as it is: what was said when it came there, by whom and when. */
export function WhatIsKnown({ state, shown }: StepPartProps) {
  const label = labels[shown];
  const said = state.reason ?? state.note;
  if (!label || (said === undefined && shown !== "completed")) return null;
  return (
    <>
      <Row label={label}>
        {said && <span className="block">{said}</span>}
        <span className="text-fg-2">
          {state.by.name}, <Time at={state.since} precision="second" />
        </span>
      </Row>
      {state.evidence && <Row label="Evidence">{state.evidence}</Row>}
    </>
  );
}
