"use client";

import { useState } from "react";
import { TimelinePicture } from "#components/runs/timeline/timeline-picture.tsx";
import { runAddress } from "#lib/client/run/run-name.ts";
import { wholeScale } from "#lib/client/timeline/timeline-scale.ts";
import type { Report } from "#lib/domain/report/report.ts";

const SHORTEST_MS = 60_000;

/** What the time of each step went into, as beside the run; a row leads to its step there. */
export function ReportTimeline({ report, number }: { report: Report; number: number }) {
  const { steps, declaredAt, endedAt, asOf, objectives } = report;
  const [pointed, onPoint] = useState<string | null>(null);
  // What goes on is drawn up to when it was read: nothing is known of it since.
  const endMs = Date.parse(endedAt ?? asOf ?? "");
  const recorded = steps.flatMap((step) => (step.recordedAfterwards && step.to ? [Date.parse(step.to)] : []));
  const declaredMs = Math.min(declaredAt === null ? endMs : Date.parse(declaredAt), ...recorded);
  const dueMs =
    objectives.rtoSeconds === null || declaredAt === null
      ? null
      : Date.parse(declaredAt) + objectives.rtoSeconds * 1_000;
  const plannedMs = Math.max(...steps.map(({ planned }) => (planned ? Date.parse(planned.to) : declaredMs)));
  const reached = pointed ?? steps[0]?.number;
  const views = steps.map(({ number: step, title, state, segments, planned, recordedAfterwards, to }) => ({
    number: step,
    title,
    shown: state,
    segments,
    recordedAt: recordedAfterwards ? to : null,
    planned: planned ?? undefined,
    expectedFromMs: null,
    expectedToMs: null,
    declaredMs,
    untilMs: null,
    reached: step === reached,
  }));
  return (
    <TimelinePicture
      views={views}
      scale={wholeScale({ declaredMs, nowMs: endMs, finishMs: null, plannedMs, dueMs, shortestMs: SHORTEST_MS })}
      declaredMs={declaredMs}
      endMs={endMs}
      dueMs={dueMs}
      over={endedAt !== null}
      page={runAddress(number)}
      pointed={pointed}
      onPoint={onPoint}
    />
  );
}
