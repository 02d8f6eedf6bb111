import { formatDuration } from "#lib/client/format.ts";
import type { Plan } from "#lib/domain/report/plan.ts";
import type { Segment } from "#lib/domain/report/segment.ts";
import type { Sentence } from "#lib/words/japanese.ts";
import { joined, t } from "#lib/words/t.ts";
import { bothClocks, formatBareTime, formatTime, type Instant } from "#lib/words/time.ts";
import { UTC } from "#lib/words/zone.ts";

const kindSentences = {
  machine: "A command ran {from} to {until}, {duration}.",
  people: "People worked {from} to {until}, {duration}.",
  waiting: "It waited for people {from} to {until}, {duration}.",
} as const satisfies Record<Segment["kind"], Sentence>;

type Told = {
  /** Why there was nothing to do. */
  nothing: string | null;
  segments: readonly Segment[];
  /** When it is expected to begin and to end now; null where nobody knows. */
  expected: { fromMs: number; toMs: number } | null;
  /** When it was expected to as the run began. */
  planned: Plan | undefined;
  nowMs: number;
  zone: string;
};

/** A row of the timeline in words: "People worked 04:12 to 04:31 JST (19:12 to 19:31 UTC), 19 min." */
export function timelineWords(row: Told): string {
  const { nothing, planned, zone } = row;
  const told = nothing === null ? wentInto(row) : [planned ? t("{sentence}.", { sentence: nothing }) : nothing];
  if (planned) {
    const { from, to, basis } = planned;
    told.push(
      t("Planned as the run began: {begin} to {end}, {basis}.", {
        begin: formatBareTime(from, zone),
        end: endOf(from, to, zone),
        basis,
      }),
    );
  }
  return told.length > 0 ? joined(...told) : t("Nothing was asked of anybody yet, and nothing is estimated.");
}

function wentInto({ segments, expected, nowMs, zone }: Told): string[] {
  const told = segments.map(({ kind, from, to }) => {
    const lasted = (to === null ? nowMs : Date.parse(to)) - Date.parse(from);
    const duration = formatDuration(Math.max(0, lasted));
    if (to === null)
      return t(kindSentences[kind], { from: bothClocks(from, "minute", zone), until: t("now"), duration });
    return t(kindSentences[kind], { from: formatBareTime(from, zone), until: endOf(from, to, zone), duration });
  });
  if (expected) {
    const { fromMs, toMs } = expected;
    told.push(
      segments.length === 0
        ? t("Expected to begin {begin} and end {end}.", {
            begin: formatBareTime(fromMs, zone),
            end: endOf(fromMs, toMs, zone),
          })
        : t("Expected to end {end}.", { end: bothClocks(toMs, "minute", zone) }),
    );
  }
  return told;
}

/** The end of what is told from its beginning, with both in UTC after it: "04:31 JST (19:12 to 19:31 UTC)". */
function endOf(from: Instant, to: Instant, zone: string): string {
  const end = formatTime(to, zone);
  if (zone === UTC) return end;
  return `${end} (${t("{from} to {until}", { from: formatBareTime(from, UTC), until: formatTime(to, UTC) })})`;
}
