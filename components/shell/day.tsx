"use client";

import { useZone } from "#components/shell/zone.tsx";
import { formatDate, formatDateTime, type Instant } from "#lib/words/time.ts";
import { UTC } from "#lib/words/zone.ts";

/** The reader's day of an instant, where the time does not matter. Pointing at it tells when that was, there and in UTC. */
export function Day({ at }: { at: Instant }) {
  const zone = useZone();
  const zones = zone === UTC ? [UTC] : [zone, UTC];
  return (
    // The server's and the browser's zone names may differ.
    <time
      dateTime={new Date(at).toISOString()}
      title={zones.map((each) => formatDateTime(at, each, "second")).join(" · ")}
      suppressHydrationWarning
    >
      {formatDate(at, zone)}
    </time>
  );
}
