"use client";

import { memo } from "react";
import { useZone } from "#components/shell/zone.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { formatDuration } from "#lib/client/format.ts";
import { percentAt, type Scale } from "#lib/client/timeline-scale.ts";
import { timelineWords } from "#lib/client/timeline-words.ts";
import type { Planned } from "#lib/domain/forecast.ts";
import type { Segment } from "#lib/domain/report/segments.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";

export type TimelineRowProps = {
  number: string;
  title: string;
  shown: ShownState;
  segments: readonly Segment[];
  planned: Planned | undefined;
  scale: Scale;
  nowMs: number;
  /** The one of the rows that the Tab key comes to. */
  reached: boolean;
  onPoint: (number: string, words: string) => void;
  onChoose: (number: string) => void;
};

/** One step of the timeline: what its time went into, and what is expected of it. */
export const TimelineRow = memo(function TimelineRow(props: TimelineRowProps) {
  const { number, title, shown, segments, planned, scale, nowMs, reached, onPoint, onChoose } = props;
  const zone = useZone();
  const left = planned && !segments.some(({ to }) => to === null) ? planned : undefined;
  const nothing = shown === "not_applicable" ? "not applicable" : shown === "skipped" ? "skipped" : null;
  const words = nothing ?? timelineWords({ segments, planned, nowMs, zone });
  const point = () => onPoint(number, words);
  return (
    <li>
      <button
        type="button"
        tabIndex={reached ? 0 : -1}
        onFocus={point}
        onPointerEnter={point}
        onClick={() => onChoose(number)}
        className="grid h-4 w-full grid-cols-[2.25rem_minmax(0,1fr)] text-left text-2xs text-fg-2 hover:bg-hover"
      >
        <span>
          {number}
          <span className="sr-only">
            {" "}
            {title}: {words}
          </span>
        </span>
        <span aria-hidden className="relative h-4 overflow-hidden">
          {nothing && segments.length === 0 && <span className="text-fg-3">{nothing}</span>}
          {segments.map((segment) => (
            <Bar key={segment.from} segment={segment} shown={shown} scale={scale} nowMs={nowMs} />
          ))}
          {planned?.known && <Expected planned={left ?? { ...planned, fromMs: nowMs }} scale={scale} />}
        </span>
      </button>
    </li>
  );
});

type BarProps = { segment: Segment; shown: ShownState; scale: Scale; nowMs: number };

const troubled: ReadonlySet<ShownState> = new Set(["failed", "timed_out", "interrupted", "rejected"]);

function Bar({ segment: { kind, from, to }, shown, scale, nowMs }: BarProps) {
  const waiting = kind === "waiting";
  const tone = waiting
    ? to === null && troubled.has(shown)
      ? "bad"
      : "wait"
    : to === null
      ? "now"
      : kind === "machine"
        ? "done"
        : "ink";
  return (
    <Strip
      fromMs={Date.parse(from)}
      toMs={to === null ? nowMs : Date.parse(to)}
      scale={scale}
      tone={tone}
      hatched={waiting}
    />
  );
}

type StripProps = { fromMs: number; toMs: number; scale: Scale; tone: string; hatched: boolean };

function Strip({ fromMs, toMs, scale, tone, hatched }: StripProps) {
  const left = percentAt(scale, fromMs);
  if (toMs < scale.fromMs || fromMs > scale.toMs) return null;
  return (
    <span
      data-tone={tone}
      className={classNames("timeline-bar absolute top-1 h-2 min-w-0.5", hatched ? "hatched" : "bg-tone-solid")}
      style={{ left: `${left}%`, width: `${percentAt(scale, toMs) - left}%` }}
      title={formatDuration(toMs - fromMs)}
    />
  );
}

function Expected({ planned: { fromMs, toMs }, scale }: { planned: Planned; scale: Scale }) {
  const left = percentAt(scale, fromMs);
  if (toMs <= fromMs || toMs < scale.fromMs || fromMs > scale.toMs) return null;
  return (
    <span
      className="absolute top-1 h-2 min-w-0.5 border border-control border-dashed"
      style={{ left: `${left}%`, width: `${percentAt(scale, toMs) - left}%` }}
    />
  );
}
