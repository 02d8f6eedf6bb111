"use client";

import { useEffect, useState } from "react";
import { useWorker } from "#lib/client/pack/use-worker.ts";

type Kept = { label: string; address: string; reader: string };
/** By `public/sw-told.js`, after each look. */
type Told = { label: string; kept: boolean };

/**
 * Has the service worker keep the pack at `address` in this browser, and look again upon each event (`seq`); it does so at
 * most every so often. Answers whether it has told that this browser does: there may be no room for it.
 */
export function useKeptPack({ label, address, reader }: Kept, seq: number): boolean {
  const registration = useWorker();
  const [kept, setKept] = useState(false);
  useEffect(() => {
    if (!registration) return;
    const hear = ({ data }: MessageEvent<Told>) => data.label === label && setKept(data.kept);
    navigator.serviceWorker.addEventListener("message", hear);
    return () => navigator.serviceWorker.removeEventListener("message", hear);
  }, [registration, label]);
  useEffect(() => {
    if (!registration || seq === 0) return;
    const ask = () => registration.active?.postMessage({ label, address, reader });
    ask();
    // A newer one has taken over.
    navigator.serviceWorker.addEventListener("controllerchange", ask);
    return () => navigator.serviceWorker.removeEventListener("controllerchange", ask);
  }, [registration, label, address, reader, seq]);
  return kept;
}
