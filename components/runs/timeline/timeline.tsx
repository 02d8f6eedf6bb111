"use client";

import { useQuery } from "@tanstack/react-query";
import { memo, useDeferredValue, useMemo, useState } from "react";
import { useForecast } from "#components/runs/head/use-forecast.ts";
import type { StepRow } from "#components/runs/list/step-rows.ts";
import type { RunDesk } from "#components/runs/run-desk.tsx";
import { TimelinePicture } from "#components/runs/timeline/timeline-picture.tsx";
import type { TimelineView } from "#components/runs/timeline/timeline-row.tsx";
import { useScale, type Zoom, ZoomBar } from "#components/runs/timeline/timeline-zoom.tsx";
import { useServerNow } from "#components/shell/server-time.tsx";
import { Section } from "#components/ui/section.tsx";
import { formatDuration } from "#lib/client/format.ts";
import { Kept } from "#lib/client/run/kept.ts";
import { timelineQuery } from "#lib/client/timeline/live-timeline.ts";
import type { RunTimeline } from "#lib/contract/runs.ts";
import type { Step } from "#lib/domain/procedure.ts";
import type { Segment } from "#lib/domain/report/segment.ts";
import { secondsIn } from "#lib/domain/report/segments.ts";
import { dueMsOf } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { joined, t } from "#lib/words/t.ts";

/** No finer than the picture shows. */
const EVERY_MS = { whole: 15_000, hour: 10_000, minutes: 2_000 };

const nothing: readonly Segment[] = [];

const knownViews = new Kept<Step, TimelineView>();

type TimelineProps = { desk: RunDesk; rows: readonly StepRow[] };

/** What the time of each step went into and is expected to, drawn along the clock. */
export function Timeline(props: TimelineProps) {
  const data = useDeferredValue(useQuery(timelineQuery(props.desk.run.id)).data);
  return <Told {...props} data={data} />;
}

/** The clock of the picture ticks seldom: what has happened is never after its now. */
const latestMs = ({ createdAt, steps }: Run): number =>
  steps.reduce((latest, { since }) => Math.max(latest, Date.parse(since)), Date.parse(createdAt));

/** Apart from what asks for it, which is drawn at once at every event. */
const Told = memo(function Told({ desk, rows, data }: TimelineProps & { data: RunTimeline | undefined }) {
  const { run, reveal } = desk;
  const [zoom, setZoom] = useState<Zoom>("whole");
  const nowMs = useServerNow(EVERY_MS[zoom]);
  const projected = useForecast(desk, EVERY_MS[zoom]);
  const [pointed, onPoint] = useState<string | null>(null);
  const finishMs = projected?.finishMs ?? null;
  const plannedMs = useMemo(() => plannedEnd(data?.planned), [data?.planned]);
  const endMs = run.endedAt ? Date.parse(run.endedAt) : Math.max(nowMs, latestMs(run));
  const declaredMs = startMs(run.declaredAt ? Date.parse(run.declaredAt) : endMs, rows);
  const dueMs = dueMsOf(run);
  const scaling = useScale(zoom, { declaredMs, nowMs: endMs, finishMs, plannedMs, dueMs });
  const reached = pointed ?? rows[0]?.step.number;
  const views = rows.map(({ step, state, shown }) => {
    const expected = projected?.planned.get(step.number);
    const segments = data?.steps[step.number] ?? nothing;
    return knownViews.keep(step, {
      number: step.number,
      title: step.title,
      shown,
      segments,
      recordedAt: state.recorded?.at ?? null,
      planned: data?.planned[step.number],
      expectedFromMs: expected?.known ? expected.fromMs : null,
      expectedToMs: expected?.known ? expected.toMs : null,
      declaredMs,
      untilMs: segments.some(({ to }) => to === null) ? desk.heardAt : null,
      reached: step.number === reached,
    });
  });
  return (
    <Section title={t("Timeline")} end={<ZoomBar {...scaling} zoom={zoom} onZoom={setZoom} />}>
      <TimelinePicture
        views={views}
        scale={scaling.scale}
        declaredMs={declaredMs}
        endMs={endMs}
        dueMs={dueMs}
        over={run.endedAt !== null}
        onChoose={reveal}
        pointed={pointed}
        onPoint={onPoint}
      >
        {/* Room for two lines, so that what is below stays when it has loaded. */}
        <p className="min-h-10 py-1 text-xs text-fg-2">
          <Sums desk={desk} segments={data?.steps} />
        </p>
      </TimelinePicture>
    </Section>
  );
});

/** What was done on paper may have been done before the run was declared by its start. */
const startMs = (declaredMs: number, rows: readonly StepRow[]): number =>
  rows.reduce(
    (first, { state }) => (state.recorded ? Math.min(first, Date.parse(state.recorded.at)) : first),
    declaredMs,
  );

/** When the last step was expected to be done as the run began; null where nobody knew. */
const plannedEnd = (planned: RunTimeline["planned"] = {}): number | null =>
  Object.values(planned).reduce<number | null>((last, { to }) => Math.max(last ?? 0, Date.parse(to)), null);

/** What all of it went into: several steps may go on at once. */
function Sums({ desk, segments }: { desk: RunDesk; segments: RunTimeline["steps"] | undefined }) {
  const nowMs = useServerNow(1_000);
  const { endedAt, status, steps } = desk.run;
  if (!segments) return t("The timeline is loading.");
  const { machine, people, waiting } = secondsIn(segments, endedAt ?? new Date(nowMs).toISOString());
  const sums = t(
    "Commands {machine}, people at work {people}, waiting for people {waiting}; added up over the steps, which may overlap.",
    {
      machine: formatDuration(machine * 1_000),
      people: formatDuration(people * 1_000),
      waiting: formatDuration(waiting * 1_000),
    },
  );
  return joined(
    sums,
    steps.some(({ recorded }) => recorded) && t("How long took what was recorded afterwards is not known."),
    status === "paused" && t("In the pause no step waits to be begun."),
  );
}
