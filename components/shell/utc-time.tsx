"use client";

import { useServerNow } from "#components/shell/server-time.tsx";
import { useZone } from "#components/shell/zone.tsx";
import { formatTime, formatWeekday } from "#lib/words/time.ts";

/** The server's day and time in UTC, beside its local time. */
export function UtcTime() {
  const now = useServerNow();
  const zone = useZone();
  return (
    <span suppressHydrationWarning>
      {formatWeekday(now, "UTC")}
      {zone !== "UTC" && ` ${formatTime(now, "UTC", "second")}`}
    </span>
  );
}
