"use client";

import { useEffect } from "react";
import { useWorker } from "#lib/client/pack/use-worker.ts";

type Kept = { label: string; address: string; reader: string };

/**
 * Has the service worker keep the pack at `address` in this browser, and look again upon each event (`seq`); it does so at
 * most every so often. Answers whether this browser can.
 */
export function useKeptPack({ label, address, reader }: Kept, seq: number): boolean {
  const registration = useWorker();
  useEffect(() => {
    if (!registration || seq === 0) return;
    const ask = () => registration.active?.postMessage({ label, address, reader });
    ask();
    // A newer one has taken over.
    navigator.serviceWorker.addEventListener("controllerchange", ask);
    return () => navigator.serviceWorker.removeEventListener("controllerchange", ask);
  }, [registration, label, address, reader, seq]);
  return registration !== null;
}
