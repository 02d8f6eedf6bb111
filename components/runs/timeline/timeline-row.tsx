"use client";

import { memo } from "react";
import { latenessOf } from "#components/runs/card/step-since.tsx";
import { TimelineBar } from "#components/runs/timeline/timeline-bar.tsx";
import type { BarKind } from "#components/runs/timeline/timeline-looks.ts";
import { useElapsedMs } from "#components/shell/server-time.tsx";
import { useToday, useZone } from "#components/shell/zone.tsx";
import { timelineWords } from "#lib/client/timeline/timeline-words.ts";
import type { Plan } from "#lib/domain/report/plan.ts";
import type { Segment } from "#lib/domain/report/segment.ts";
import { t } from "#lib/words/t.ts";

/** What a row shows; the same object until that changes. */
export type TimelineView = {
  number: string;
  title: string;
  /** The state of the step; "not_applicable" and "skipped" are told where nothing was done. */
  shown: string;
  segments: readonly Segment[];
  /** When it was done or tried, where that was told afterwards; null elsewhere. */
  recordedAt: string | null;
  /** When it was expected to begin and end as the run began. */
  planned: Plan | undefined;
  /** When it is expected to now, in milliseconds since 1970; null where nobody knows. */
  expectedFromMs: number | null;
  expectedToMs: number | null;
  declaredMs: number;
  /** Up to when it is known what goes on; null while the server is heard, and where nothing goes on. */
  untilMs: number | null;
  /** The one of the rows that the Tab key comes to. */
  reached: boolean;
};

type Pointing = {
  onPoint: (number: string) => void;
  /** Without it, the row leads to its step on `page`. */
  onChoose?: ((number: string) => void) | undefined;
  page?: string | undefined;
};

/** No finer than the words are read: hundreds of rows may go on at once. A row that does not needs no clock. */
const WORDS = { everyMs: 20_000, laterMs: 60_000 };

/** What is said of a row, as it is now. */
function useWords(view: TimelineView): string {
  const { number, shown, segments, recordedAt, planned, expectedFromMs, expectedToMs, untilMs } = view;
  const open = segments.find(({ to }) => to === null);
  const sinceMs = open ? Date.parse(open.from) : Number.POSITIVE_INFINITY;
  const nowMs = sinceMs + useElapsedMs(sinceMs, { ...WORDS, lateMs: latenessOf(number) });
  const zone = useZone();
  const today = useToday();
  const expected =
    expectedFromMs === null || expectedToMs === null ? null : { fromMs: expectedFromMs, toMs: expectedToMs };
  return timelineWords({
    nothing: nothingDone(shown),
    segments,
    recordedAt,
    expected,
    planned,
    nowMs,
    untilMs,
    zone,
    today,
  });
}

const nothingDone = (shown: string): string | null =>
  shown === "not_applicable" ? t("not applicable") : shown === "skipped" ? t("skipped") : null;

/** What is said of the row that is pointed at. */
export function RowWords({ view }: { view: TimelineView }) {
  return (
    <>
      <b className="text-fg">{view.number}</b> {useWords(view)}
    </>
  );
}

/** One step of the timeline: what its time went into, and what is expected of it. Drawn anew only when that changes. */
export const TimelineRow = memo(function TimelineRow({
  view,
  page = "",
  onPoint,
  onChoose,
}: Pointing & { view: TimelineView }) {
  const { number, title, shown, segments, recordedAt, planned, declaredMs, reached } = view;
  const { expectedFromMs, expectedToMs } = view;
  const words = useWords(view);
  const nothing = nothingDone(shown);
  const goesOn = segments.some(({ to }) => to === null);
  const point = () => onPoint(number);
  const after = (at: string | number) => (new Date(at).getTime() - declaredMs) / 1_000;
  return (
    // biome-ignore lint/a11y/useSemanticElements: it stands in a piece of the list, where no li may
    <div role="listitem">
      <a
        href={`${page}#step-${number}`}
        data-number={number}
        tabIndex={reached ? 0 : -1}
        onFocus={point}
        onPointerEnter={point}
        onClick={(event) => {
          if (!onChoose) return;
          event.preventDefault();
          onChoose(number);
        }}
        className="grid h-6 w-full grid-cols-[2.25rem_minmax(0,1fr)] items-center text-2xs text-fg-2 no-underline -outline-offset-2 hover:bg-hover"
      >
        <span>
          {number}
          <span className="sr-only">
            {" "}
            {title}: {words}
          </span>
        </span>
        <span aria-hidden className="relative h-4 overflow-hidden">
          {planned && <TimelineBar from={after(planned.from)} to={after(planned.to)} kind="planned" />}
          {nothing && segments.length === 0 && <span className="absolute top-1 text-fg-3 leading-none">{nothing}</span>}
          {segments.map((segment) => (
            <TimelineBar
              key={segment.from}
              from={after(segment.from)}
              to={segment.to === null ? "now" : after(segment.to)}
              kind={barOf(segment, shown)}
            />
          ))}
          {recordedAt && !nothing && <TimelineBar from={after(recordedAt)} to={after(recordedAt)} kind="people" />}
          {expectedFromMs !== null && expectedToMs !== null && (
            <TimelineBar from={goesOn ? "now" : after(expectedFromMs)} to={after(expectedToMs)} kind="expected" />
          )}
        </span>
      </a>
    </div>
  );
});

const troubled: ReadonlySet<string> = new Set(["failed", "timed_out", "interrupted", "rejected"]);

function barOf({ kind, to, ended }: Segment, shown: string): BarKind {
  const goesOn = to === null;
  if (kind === "waiting") return goesOn && troubled.has(shown) ? "trouble" : "waiting";
  if (goesOn) return "ongoing";
  if (ended) return "failed";
  return kind === "machine" ? "command" : "people";
}
