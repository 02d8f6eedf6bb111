"use client";

import { createContext, type ReactNode, useContext, useDeferredValue, useEffect, useState } from "react";
import { rememberPreference } from "#components/shell/preferences.ts";
import { useServerNow } from "#components/shell/server-time.tsx";
import { serverNowMs } from "#lib/client/server-clock.ts";
import { clockFrom } from "#lib/words/clock.ts";
import { dayOf } from "#lib/words/time.ts";
import { UTC, zoneFrom } from "#lib/words/zone.ts";

const isBrowser = typeof document !== "undefined";

const Zone = createContext(UTC);
const Today = createContext("");

/** The zone every time is told in, besides UTC. */
export function useZone(): string {
  return useContext(Zone);
}

/** Which day it is there, by the server's time: a time of another one is told with its date. */
export function useToday(): string {
  return useContext(Today);
}

/** Starts with the zone the browser told us last time, so that server and browser write the same words. */
export function ZoneProvider({ remembered, children }: { remembered: string | null; children: ReactNode }) {
  const [zone, setZone] = useState(remembered ?? UTC);
  if (isBrowser) {
    zoneFrom(() => zone);
    clockFrom(serverNowMs);
  }
  useEffect(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!here || here === remembered) return;
    rememberPreference("zone", here);
    setZone(here);
  }, [remembered]);
  // At midnight every time on the page gets its date.
  const today = useDeferredValue(dayOf(useServerNow(60_000), zone));
  return (
    <Zone.Provider value={zone}>
      <Today.Provider value={today}>{children}</Today.Provider>
    </Zone.Provider>
  );
}
