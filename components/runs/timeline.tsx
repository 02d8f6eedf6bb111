"use client";

import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, memo, useCallback, useDeferredValue, useMemo, useState } from "react";
import type { RunDesk } from "#components/runs/run-desk.tsx";
import type { StepRow } from "#components/runs/step-rows.ts";
import { scaleStyle } from "#components/runs/timeline-bar.tsx";
import { TimelineKey } from "#components/runs/timeline-key.tsx";
import { type Pointing, TimelineRow, type TimelineView } from "#components/runs/timeline-row.tsx";
import { useForecast } from "#components/runs/use-forecast.ts";
import { useServerNow } from "#components/shell/server-time.tsx";
import { useZone } from "#components/shell/zone.tsx";
import { Section } from "#components/ui/section.tsx";
import { Segmented, type SegmentedOption } from "#components/ui/segmented.tsx";
import { formatDuration } from "#lib/client/format.ts";
import { Kept, keptPieces } from "#lib/client/kept.ts";
import { timelineQuery } from "#lib/client/run-queries.ts";
import { isInside, percentAt, type Scale, scaleAround, ticks, wholeScale } from "#lib/client/timeline-scale.ts";
import type { RunTimeline } from "#lib/contract/runs.ts";
import type { Step } from "#lib/domain/procedure.ts";
import type { Segment } from "#lib/domain/report/segment.ts";
import { secondsOf } from "#lib/domain/report/segments.ts";
import { t } from "#lib/words/t.ts";
import { formatBareTime, zoneName } from "#lib/words/time.ts";

type Zoom = "whole" | "hour" | "minutes";

const zooms = (): readonly SegmentedOption<Zoom>[] => [
  { value: "whole", label: t("Whole") },
  { value: "hour", label: t("1 h") },
  { value: "minutes", label: t("10 min") },
];
const SPAN_MS = { hour: 60 * 60_000, minutes: 10 * 60_000 };
/** No finer than the picture shows. */
const EVERY_MS = { whole: 15_000, hour: 10_000, minutes: 2_000 };

const nothing: readonly Segment[] = [];

const knownViews = new Kept<Step, TimelineView>();
const knownPieces = new Kept<TimelineView, readonly TimelineView[]>();
/** As many rows as are compared one by one when one of them changes. */
const PIECE = 25;

/** What the time of each step went into and is expected to, drawn along the clock. */
export function Timeline({ desk, rows }: { desk: RunDesk; rows: readonly StepRow[] }) {
  const { run, reveal } = desk;
  const data = useDeferredValue(useQuery(timelineQuery(run.id)).data);
  const [zoom, setZoom] = useState<Zoom>("whole");
  const nowMs = useServerNow(EVERY_MS[zoom]);
  const projected = useForecast(desk, EVERY_MS[zoom]);
  const [pointed, setPointed] = useState<{ number: string; words: string } | null>(null);
  const point = useCallback((number: string, words: string) => setPointed({ number, words }), []);
  const finishMs = projected?.finishMs ?? null;
  const plannedMs = useMemo(() => plannedEnd(data?.planned), [data?.planned]);
  const dueMs = run.rtoSeconds === null ? null : Date.parse(run.declaredAt) + run.rtoSeconds * 1_000;
  const endMs = run.endedAt ? Date.parse(run.endedAt) : nowMs;
  const declaredMs = Date.parse(run.declaredAt);
  const scale = useMemo(
    () =>
      zoom === "whole"
        ? wholeScale({ declaredMs, nowMs: endMs, finishMs, plannedMs, dueMs })
        : scaleAround(endMs, SPAN_MS[zoom]),
    [zoom, declaredMs, endMs, finishMs, plannedMs, dueMs],
  );
  const reached = pointed?.number ?? rows[0]?.step.number;
  const views = rows.map(({ step, shown }) => {
    const expected = projected?.planned.get(step.number);
    return knownViews.keep(step, {
      number: step.number,
      title: step.title,
      shown,
      segments: data?.steps[step.number] ?? nothing,
      planned: data?.planned[step.number],
      expectedFromMs: expected?.known ? expected.fromMs : null,
      expectedToMs: expected?.known ? expected.toMs : null,
      declaredMs,
      reached: step.number === reached,
    });
  });
  return (
    <Section
      title={t("Timeline")}
      end={<Segmented label={t("Time shown")} options={zooms()} value={zoom} onChange={setZoom} />}
    >
      <Axis scale={scale} />
      <div className="relative border-y border-line py-1">
        <ol
          aria-label={t("Timeline of the steps")}
          onKeyDown={moveFocus}
          style={scaleStyle({ ...scale, nowMs: endMs, declaredMs })}
        >
          {keptPieces(knownPieces, views, PIECE).map((piece) => (
            <TimelinePiece key={piece[0]?.number} views={piece} onPoint={point} onChoose={reveal} />
          ))}
        </ol>
        <Lines scale={scale} nowMs={run.endedAt ? null : nowMs} dueMs={dueMs} />
      </div>
      <p className="py-1 text-xs text-fg-2">
        <Sums segments={data?.steps} now={new Date(endMs).toISOString()} />
      </p>
      <TimelineKey />
      <p aria-hidden className="min-h-14 py-1 text-xs text-fg-2">
        {pointed && (
          <>
            <b className="text-fg">{pointed.number}</b> {pointed.words}
          </>
        )}
      </p>
    </Section>
  );
}

const TimelinePiece = memo(function TimelinePiece({
  views,
  ...pointing
}: Pointing & { views: readonly TimelineView[] }) {
  return views.map((view) => <TimelineRow key={view.number} view={view} {...pointing} />);
});

/** When the last step was expected to be done as the run began; null where nobody knew. */
const plannedEnd = (planned: RunTimeline["planned"] = {}): number | null =>
  Object.values(planned).reduce<number | null>((last, { to }) => Math.max(last ?? 0, Date.parse(to)), null);

/** Up and down from row to row, as in a list. */
function moveFocus(event: KeyboardEvent<HTMLOListElement>): void {
  const rows: Element[] = [...event.currentTarget.querySelectorAll("a")];
  const at = document.activeElement ? rows.indexOf(document.activeElement) : -1;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  const row = rows[Math.min(rows.length - 1, Math.max(0, to))];
  if (row instanceof HTMLElement) row.focus();
}

/** What all of it went into: several steps may go on at once. */
function Sums({ segments, now }: { segments: Readonly<Record<string, readonly Segment[]>> | undefined; now: string }) {
  const all = Object.values(segments ?? {}).flat();
  const sum = (kind: Segment["kind"]) => formatDuration(secondsOf(all, kind, now) * 1_000);
  if (!segments) return t("The timeline is loading.");
  return t("Commands {machine}, people at work {people}, waiting for people {waiting}; added up over the steps.", {
    machine: sum("machine"),
    people: sum("people"),
    waiting: sum("waiting"),
  });
}

function Axis({ scale }: { scale: Scale }) {
  const zone = useZone();
  const past = Number(formatBareTime(Math.ceil(scale.fromMs / 3_600_000) * 3_600_000, zone).slice(-2));
  return (
    <div aria-hidden className="grid grid-cols-[2.25rem_minmax(0,1fr)] text-2xs text-fg-3" suppressHydrationWarning>
      <span>{zoneName(zone, scale.fromMs)}</span>
      <span className="relative h-4 overflow-hidden">
        {ticks(scale, past).map((ms) => (
          <span
            key={ms}
            className="absolute -translate-x-1/2"
            style={{ left: `clamp(1rem, ${percentAt(scale, ms)}%, 100% - 1rem)` }}
          >
            {formatBareTime(ms, zone)}
          </span>
        ))}
      </span>
    </div>
  );
}

/** Now and the objective, across all rows. */
function Lines({ scale, nowMs, dueMs }: { scale: Scale; nowMs: number | null; dueMs: number | null }) {
  return (
    <div aria-hidden className="pointer-events-none absolute inset-y-0 right-0 left-9">
      {nowMs !== null && isInside(scale, nowMs) && (
        <span className="absolute inset-y-0 border-l-2 border-now" style={{ left: `${percentAt(scale, nowMs)}%` }} />
      )}
      {dueMs !== null && isInside(scale, dueMs) && (
        <span className="absolute inset-y-0 border-l-2 border-fg" style={{ left: `${percentAt(scale, dueMs)}%` }}>
          <span className="absolute right-1 bottom-0 bg-ground text-2xs text-fg-2">RTO</span>
        </span>
      )}
    </div>
  );
}
