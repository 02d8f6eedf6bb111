"use client";

import type { StepPartProps } from "#components/runs/step-body.tsx";
import { Time } from "#components/shell/time.tsx";
import { Row } from "#components/ui/rows.tsx";
import type { ShownState } from "#lib/domain/run/digest.ts";

const labels: Partial<Record<StepPartProps["shown"], string>> = {
  completed: "Done",
  failed: "Failed",
  timed_out: "Timed out",
  interrupted: "What is known",
  canceled: "Canceled",
  rejected: "Rejected",
  overridden: "Overridden",
  skipped: "Skipped",
  ready: "Ask again",
  not_started: "Reopened",
};

/** Why the step is as it is: what was said when it came there, by whom and when. */
export function WhatIsKnown(props: StepPartProps) {
  return (
    <>
      <Help {...props} />
      <Known {...props} />
    </>
  );
}

/** Whoever works on it cannot go on. */
function Help({ state: { help } }: StepPartProps) {
  if (!help) return null;
  return (
    <Row label="Needs help">
      <b className="text-wait">{help.reason}</b>
      <span className="block text-fg-2">
        {help.by.name}, <Time at={help.at} precision="second" />
      </span>
    </Row>
  );
}

const verbs: Partial<Record<ShownState, string>> = { failed: "tried", skipped: "decided" };

function Known({ state, shown }: StepPartProps) {
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
      {state.recorded && (
        <Row label="On paper">
          <b>RECORDED AFTERWARDS</b>: {verbs[shown] ?? "done"} by {state.recorded.by},{" "}
          <Time at={state.recorded.at} show="dateTime" />
          {state.recorded.outOfOrder && <span className="block">Out of order: {state.recorded.outOfOrder}</span>}
        </Row>
      )}
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
