import { formatDuration } from "#lib/client/format.ts";
import type { Segment } from "#lib/domain/report/segment.ts";
import type { Sentence } from "#lib/words/japanese.ts";
import { joined, t } from "#lib/words/t.ts";
import { formatBareTime, formatTime } from "#lib/words/time.ts";

const kindSentences = {
  machine: "A command ran {from} to {until}, {duration}.",
  people: "People worked {from} to {until}, {duration}.",
  waiting: "It waited for people {from} to {until}, {duration}.",
} as const satisfies Record<Segment["kind"], Sentence>;

type Told = {
  segments: readonly Segment[];
  /** When it is expected to begin and to end; null where nobody knows. */
  planned: { fromMs: number; toMs: number } | null;
  nowMs: number;
  zone: string;
};

/** A row of the timeline in words: "People worked 04:12 to 04:31 JST, 19 min. Expected to end 04:38 JST." */
export function timelineWords({ segments, planned, nowMs, zone }: Told): string {
  const told = segments.map(({ kind, from, to }) => {
    const until = to === null ? t("now") : formatTime(to, zone);
    const lasted = (to === null ? nowMs : Date.parse(to)) - Date.parse(from);
    const duration = formatDuration(Math.max(0, lasted));
    return t(kindSentences[kind], { from: formatBareTime(from, zone), until, duration });
  });
  if (planned) {
    const end = formatTime(planned.toMs, zone);
    told.push(
      segments.length === 0
        ? t("Expected to begin {begin} and end {end}.", { begin: formatBareTime(planned.fromMs, zone), end })
        : t("Expected to end {end}.", { end }),
    );
  }
  return told.length > 0 ? joined(...told) : t("Nothing was asked of anybody yet, and nothing is estimated.");
}
