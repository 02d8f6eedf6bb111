"use client";

import { useRunDesk } from "#components/runs/run-desk.tsx";
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
export function WhatIsKnown({ step, state, shown }: StepPartProps) {
  const { run } = useRunDesk();
  if (shown === "awaiting_approval") {
    return (
      <Row label={step.kind === "hold_point" ? "Held" : "Go or no go"}>
        {step.kind === "hold_point"
          ? `${run.commander.name}, who commands the run, releases it.`
          : "Somebody with the role approver decides. No answer is never a go."}
      </Row>
    );
  }
  const label = state.byRule ? "Went on with a warning" : labels[shown];
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
      {state.evidence && <Row label={state.byRule ? "Failure" : "Evidence"}>{state.evidence}</Row>}
      {state.retryAt && (
        <Row label="Tries again">
          <b>
            By itself at <Time at={state.retryAt} precision="second" />
          </b>
          , as the procedure says. Skipping or overriding the step, or retrying it now, stops that.
        </Row>
      )}
    </>
  );
}
