import { formatBareTime, formatDuration, formatTime } from "#lib/client/format.ts";
import type { Segment } from "#lib/domain/report/segment.ts";

const kindWords: Record<Segment["kind"], string> = {
  machine: "a command ran",
  people: "people worked",
  waiting: "it waited for people",
};

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
    const until = to === null ? "now" : formatTime(to, zone);
    const lasted = (to === null ? nowMs : Date.parse(to)) - Date.parse(from);
    return sentence(
      `${kindWords[kind]} ${formatBareTime(from, zone)} to ${until}, ${formatDuration(Math.max(0, lasted))}`,
    );
  });
  if (planned) {
    const begins = segments.length === 0 ? `begin ${formatBareTime(planned.fromMs, zone)} and ` : "";
    told.push(`Expected to ${begins}end ${formatTime(planned.toMs, zone)}.`);
  }
  return told.length > 0 ? told.join(" ") : "Nothing was asked of anybody yet, and nothing is estimated.";
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
