"use client";

import { useServerNow } from "#components/shell/server-time.tsx";
import { useZone } from "#components/shell/zone.tsx";
import { formatTime, formatWeekday } from "#lib/client/format.ts";

/** The server's time, here and in UTC, in one line. */
export function Clock() {
  const now = useServerNow();
  const zone = useZone();
  const local = zone !== "UTC";
  return (
    <span suppressHydrationWarning>
      <b className="whitespace-nowrap text-fg">{formatTime(now, local ? zone : "UTC", "second")}</b>,{" "}
      <span className="whitespace-nowrap">
        {formatWeekday(now, "UTC")}
        {local && ` ${formatTime(now, "UTC", "second")}`}
      </span>
    </span>
  );
}
