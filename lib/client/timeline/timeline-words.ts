import { formatDuration } from "#lib/client/format.ts";
import type { Plan } from "#lib/domain/report/plan.ts";
import type { Segment } from "#lib/domain/report/segment.ts";
import type { Sentence } from "#lib/words/japanese.ts";
import { joined, t } from "#lib/words/t.ts";
import {
  bothClocks,
  dayOf,
  formatBareTime,
  formatOtherDay,
  formatTime,
  type Instant,
  withDay,
} from "#lib/words/time.ts";
import { UTC } from "#lib/words/zone.ts";

const kindSentences = {
  machine: "A command ran {from} to {until}, {duration}.",
  people: "People worked {from} to {until}, {duration}.",
  waiting: "It waited for people {from} to {until}, {duration}.",
} as const satisfies Record<Segment["kind"], Sentence>;

/** Of a command that did not do its work. */
const endedSentences = {
  failed: "A command ran {from} to {until}, {duration}, and failed.",
  timed_out: "A command ran {from} to {until}, {duration}, and timed out.",
} as const satisfies Record<NonNullable<Segment["ended"]>, Sentence>;

const MINUTE_MS = 60_000;

type Told = {
  /** Why there was nothing to do. */
  nothing: string | null;
  segments: readonly Segment[];
  /** When it was, where that was told afterwards. */
  recordedAt?: string | null;
  /** When it is expected to begin and to end now; null where nobody knows. */
  expected: { fromMs: number; toMs: number } | null;
  /** When it was expected to as the run began. */
  planned: Plan | undefined;
  nowMs: number;
  /** Up to when it is known what goes on, where that is not now. */
  untilMs?: number | null;
  zone: string;
  /** Which day it is there: a time of another one is told with its date. */
  today: string;
};

/** A row of the timeline in words: "People worked 04:12 to 04:31 JST (19:12 to 19:31 UTC), 19 min." */
export function timelineWords(row: Told): string {
  const { nothing, planned, recordedAt = null, zone, today } = row;
  const more = planned !== undefined || recordedAt !== null;
  const told = nothing === null ? wentInto(row) : [more ? t("{sentence}.", { sentence: nothing }) : nothing];
  if (recordedAt !== null) {
    told.push(t("Recorded afterwards: it was at {time}.", { time: bothClocks(recordedAt, "minute", zone, today) }));
  }
  if (planned) {
    const { from, to, basis } = planned;
    told.push(
      t("Planned as the run began: {begin} to {end}, {basis}.", {
        begin: beginOf(from, row),
        end: endOf(from, to, row),
        basis,
      }),
    );
  }
  return told.length > 0 ? joined(...told) : t("Nothing was asked of anybody yet, and nothing is estimated.");
}

function wentInto(row: Told): string[] {
  const { segments, expected, nowMs, untilMs = null, zone, today } = row;
  const told = segments.map(({ kind, from, to, ended }) => {
    const lasted = (to === null ? (untilMs ?? nowMs) : Date.parse(to)) - Date.parse(from);
    // The clock of what goes on ticks too seldom for its seconds.
    const duration = to === null && lasted < MINUTE_MS ? t("< 1 min") : formatDuration(Math.max(0, lasted));
    if (to === null) {
      const until =
        untilMs === null ? t("now") : t("at least {time}", { time: bothClocks(untilMs, "minute", zone, today) });
      return t(kindSentences[kind], { from: bothClocks(from, "minute", zone, today), until, duration });
    }
    const sentence = ended ? endedSentences[ended] : kindSentences[kind];
    return t(sentence, { from: beginOf(from, row), until: endOf(from, to, row), duration });
  });
  if (expected) {
    const { fromMs, toMs } = expected;
    told.push(
      segments.length === 0
        ? t("Expected to begin {begin} and end {end}.", {
            begin: beginOf(fromMs, row),
            end: endOf(fromMs, toMs, row),
          })
        : t("Expected to end {end}.", { end: bothClocks(toMs, "minute", zone, today) }),
    );
  }
  return told;
}

const beginOf = (from: Instant, { zone, today }: Told): string =>
  withDay(formatOtherDay(from, zone, today), formatBareTime(from, zone));

/**
 * The end of what is told from its beginning, with both in UTC after it: "04:31 JST (19:12 to 19:31 UTC)". A day is told
 * once, and in UTC where it is another.
 */
function endOf(from: Instant, to: Instant, { zone, today }: Told): string {
  const day = dayOf(from, zone);
  const end = withDay(formatOtherDay(to, zone, day), formatTime(to, zone));
  if (zone === UTC) return end;
  const begin = withDay(day === today ? null : formatOtherDay(from, UTC, day), formatBareTime(from, UTC));
  const until = withDay(formatOtherDay(to, UTC, dayOf(from, UTC)), formatTime(to, UTC));
  return `${end} (${t("{from} to {until}", { from: begin, until })})`;
}
