"use client";

import { useZone } from "#components/shell/zone.tsx";
import { formatBareTime, formatDate, formatDateTime, formatTime, type Instant } from "#lib/words/time.ts";

type TimeProps = {
  at: Instant;
  /** `bare` only under a heading that names the zone. */
  show?: "time" | "date" | "dateTime" | "bare" | undefined;
  precision?: "minute" | "second" | undefined;
  /** Another zone than the reader's. */
  zone?: string | undefined;
  className?: string | undefined;
};

/** An instant in the reader's zone; pointing at it tells it in UTC. */
export function Time({ at, show = "time", precision = "minute", zone, className }: TimeProps) {
  const readers = useZone();
  const place = zone ?? readers;
  const words = {
    time: () => formatTime(at, place, precision),
    bare: () => formatBareTime(at, place, precision),
    date: () => formatDate(at, place),
    dateTime: () => formatDateTime(at, place, precision),
  };
  return (
    // The server's and the browser's zone names may differ.
    <time
      dateTime={new Date(at).toISOString()}
      title={formatDateTime(at, "UTC", "second")}
      className={className}
      suppressHydrationWarning
    >
      {words[show]()}
    </time>
  );
}
