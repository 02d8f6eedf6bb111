"use client";

import { useServerNow } from "#components/shell/server-time.tsx";
import { useZone } from "#components/shell/zone.tsx";
import { t } from "#lib/words/t.ts";
import { formatTime, formatWeekday } from "#lib/words/time.ts";
import { UTC } from "#lib/words/zone.ts";

/** The server's time, here and in UTC, in one line, a day that is the same told once; `short` to the minute, where there is little room. */
export function Clock({ short = false }: { short?: boolean }) {
  const now = useServerNow();
  const zone = useZone();
  const precision = short ? "minute" : "second";
  const [here, there] = [formatWeekday(now, zone), formatWeekday(now, UTC)];
  return (
    <span suppressHydrationWarning>
      <span className="min-[22.5rem]:whitespace-nowrap">
        {!short && `${here} `}
        <b className="text-fg">{formatTime(now, zone, precision)}</b>
      </span>
      {zone !== UTC && (
        <>
          {t(", ")}
          <span className="min-[22.5rem]:whitespace-nowrap">
            {!short && here !== there && `${there} `}
            {formatTime(now, UTC, precision)}
          </span>
        </>
      )}
    </span>
  );
}
