"use client";

import { useEffect, useState } from "react";
import { runLabel } from "#lib/domain/run/read-state.ts";

const OF_RUN = /^\/runs\/(?:R-)?(\d+)(?:\/|$)/i;

/** Where the service worker shows the pack that this browser keeps of the run that this page is about; null where it keeps none. */
export function useKeptAddress(): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    void keptAddress(location.pathname).then((found) => !isGone && setAddress(found));
    return () => {
      isGone = true;
    };
  }, []);
  return address;
}

async function keptAddress(path: string): Promise<string | null> {
  const [, number] = OF_RUN.exec(path) ?? [];
  // Only over https and on loopback.
  if (number === undefined || !("caches" in window)) return null;
  const address = `/kept-packs/${runLabel(Number(number))}`;
  const pack = await caches.match(address);
  return pack && Number(pack.headers.get("x-kept-until")) >= Date.now() ? address : null;
}
