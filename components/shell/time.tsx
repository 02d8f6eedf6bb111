"use client";

import { useZone } from "#components/shell/zone.tsx";
import {
  formatBareTime,
  formatDate,
  formatDateTime,
  formatTime,
  type Instant,
  type Precision,
  utcBeside,
} from "#lib/words/time.ts";
import { UTC } from "#lib/words/zone.ts";

type TimeProps = {
  at: Instant;
  /** `bare` only under a heading that names the zone. */
  show?: "time" | "date" | "dateTime" | "bare" | undefined;
  precision?: Precision | undefined;
  /** Without UTC beside it: where that stands already, and in a line that only sums up. Pointing at it tells it. */
  alone?: boolean | undefined;
  /** Another zone than the reader's. */
  zone?: string | undefined;
  className?: string | undefined;
};

/** An instant in the reader's zone beside UTC: `04:31 JST (19:31 UTC)`. Whose zone is UTC reads it once. */
export function Time({ at, show = "time", precision = "minute", alone = false, zone, className }: TimeProps) {
  const readers = useZone();
  const place = zone ?? readers;
  const words = {
    time: () => formatTime(at, place, precision),
    bare: () => formatBareTime(at, place, precision),
    date: () => formatDate(at, place),
    dateTime: () => formatDateTime(at, place, precision),
  };
  const utc = {
    time: () => formatTime(at, UTC, precision),
    bare: () => null,
    date: () => null,
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
          <span className="whitespace-nowrap" suppressHydrationWarning>
            {words[show]()}
          </span>{" "}
          <span className="font-normal whitespace-nowrap" suppressHydrationWarning>
            ({beside})
          </span>
        </>
      )}
    </time>
  );
}
