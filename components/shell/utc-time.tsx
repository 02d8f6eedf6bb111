"use client";

import { useServerNow } from "#components/shell/server-time.tsx";
import { useZone } from "#components/shell/zone.tsx";
import { formatTime, formatWeekday } from "#lib/words/time.ts";
import { UTC } from "#lib/words/zone.ts";

/** Under the server's local time: its day there, and the time in UTC with the day where that is another. */
export function UtcTime() {
  const now = useServerNow();
  const zone = useZone();
  const [here, there] = [formatWeekday(now, zone), formatWeekday(now, UTC)];
  return (
    <span suppressHydrationWarning>
      {here !== there && <span className="block">{here}</span>}
      {there}
      {zone !== UTC && ` ${formatTime(now, UTC, "second")}`}
    </span>
  );
}
