"use client";

import { useServerNow } from "#components/shell/server-time.tsx";
import { useZone } from "#components/shell/zone.tsx";
import { t } from "#lib/words/t.ts";
import { formatTime, formatWeekday } from "#lib/words/time.ts";

/** The server's time, here and in UTC, in one line; `short` to the minute, where there is little room. */
export function Clock({ short = false }: { short?: boolean }) {
  const now = useServerNow();
  const zone = useZone();
  const local = zone !== "UTC";
  const precision = short ? "minute" : "second";
  return (
    <span suppressHydrationWarning>
      <b className="whitespace-nowrap text-fg">{formatTime(now, local ? zone : "UTC", precision)}</b>
      {(local || !short) && t(", ")}
      <span className="whitespace-nowrap">
        {!short && formatWeekday(now, "UTC")}
        {local && `${short ? "" : " "}${formatTime(now, "UTC", precision)}`}
      </span>
    </span>
  );
}
