"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { rememberPreference } from "#components/shell/preferences.ts";
import { UTC, zoneFrom } from "#lib/words/zone.ts";

const isBrowser = typeof document !== "undefined";

const Zone = createContext(UTC);

/** The zone every time is told in, besides UTC. */
export function useZone(): string {
  return useContext(Zone);
}

/** Starts with the zone the browser told us last time, so that server and browser write the same words. */
export function ZoneProvider({ remembered, children }: { remembered: string | null; children: ReactNode }) {
  const [zone, setZone] = useState(remembered ?? UTC);
  if (isBrowser) zoneFrom(() => zone);
  useEffect(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!here || here === remembered) return;
    rememberPreference("zone", here);
    setZone(here);
  }, [remembered]);
  return <Zone.Provider value={zone}>{children}</Zone.Provider>;
}
