"use client";

import { useState } from "react";
import { TimelinePicture } from "#components/runs/timeline-picture.tsx";
import { useServerNow } from "#components/shell/server-time.tsx";
import { runAddress } from "#lib/client/run/run-name.ts";
import { wholeScale } from "#lib/client/run/timeline-scale.ts";
import type { Report } from "#lib/domain/report/report.ts";

const EVERY_MS = 15_000;
const SHORTEST_MS = 60_000;

/** What the time of each step went into, as beside the run; a row leads to its step there. */
export function ReportTimeline({ report, number }: { report: Report; number: number }) {
  const { steps, declaredAt, endedAt, objectives } = report;
  const [pointed, onPoint] = useState<string | null>(null);
  const nowMs = useServerNow(EVERY_MS);
  const declaredMs = Date.parse(declaredAt);
  const endMs = endedAt === null ? nowMs : Date.parse(endedAt);
  const dueMs = objectives.rtoSeconds === null ? null : declaredMs + objectives.rtoSeconds * 1_000;
  const plannedMs = Math.max(...steps.map(({ planned }) => (planned ? Date.parse(planned.to) : declaredMs)));
  const reached = pointed ?? steps[0]?.number;
  const views = steps.map(({ number: step, title, state, segments, planned }) => ({
    number: step,
    title,
    shown: state,
    segments,
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
