"use client";

import { useToday, useZone } from "#components/shell/zone.tsx";
import {
  dayOf,
  formatBareTime,
  formatDateTime,
  formatOtherDay,
  formatTime,
  type Instant,
  type Precision,
  utcAfter,
  utcBeside,
  withDay,
} from "#lib/words/time.ts";
import { UTC } from "#lib/words/zone.ts";

type TimeProps = {
  at: Instant;
  /** `bare` only under a heading that names the zone and the day, `begin` only before the end of the same. */
  show?: "time" | "dateTime" | "bare" | "begin" | undefined;
  precision?: Precision | undefined;
  /** Without UTC beside it: where that stands already, and in a line that only sums up. Pointing at it tells it. */
  alone?: boolean | undefined;
  /** When that began of which it is the end: a day is told once. */
  since?: Instant | undefined;
  /** Another zone than the reader's. */
  zone?: string | undefined;
  className?: string | undefined;
};

/**
 * An instant in the reader's zone beside UTC: `04:31 JST (19:31 UTC)`, with its date where that is not today's. Whose zone
 * is UTC reads it once.
 */
export function Time({ at, show = "time", precision = "minute", alone = false, since, zone, className }: TimeProps) {
  const readers = useZone();
  const today = useToday();
  const place = zone ?? readers;
  const day = formatOtherDay(at, place, since === undefined ? today : dayOf(since, place));
  const words = {
    time: () => withDay(day, formatTime(at, place, precision)),
    begin: () => withDay(day, formatBareTime(at, place, precision)),
    bare: () => formatBareTime(at, place, precision),
    dateTime: () => formatDateTime(at, place, precision),
  };
  const utc = {
    time: () => utcAfter(at, place, day, precision),
    begin: () => null,
    bare: () => null,
    dateTime: () => utcBeside(at, place, precision),
  };
  const beside = alone || place === UTC ? null : utc[show]();
  return (
    // The server's and the browser's zone names may differ.
    <time
      dateTime={new Date(at).toISOString()}
      title={formatDateTime(at, UTC, "second")}
      className={className}
      suppressHydrationWarning
    >
      {beside === null ? (
        words[show]()
      ) : (
        <>
          <span className="min-[22.5rem]:whitespace-nowrap" suppressHydrationWarning>
            {words[show]()}
          </span>{" "}
          <span className="font-normal min-[22.5rem]:whitespace-nowrap" suppressHydrationWarning>
            ({beside})
          </span>
        </>
      )}
    </time>
  );
}
