"use client";

import { useEffect, useState } from "react";

type Kept = { label: string; address: string; reader: string };

/**
 * Has the service worker keep the pack at `address` in this browser, and look again upon each event (`seq`); it does so at
 * most every so often. Null: nothing is to be kept. Answers whether this browser can.
 */
export function useKeptPack(kept: Kept | null, seq: number): boolean {
  const [worker, setWorker] = useState<ServiceWorker | null>(null);
  const [label, address, reader] = [kept?.label, kept?.address, kept?.reader];
  useEffect(() => {
    if (label === undefined || !("serviceWorker" in navigator)) return;
    navigator.serviceWorker
      .register("/sw.js")
      .then(() => navigator.serviceWorker.ready)
      .then(
        ({ active }) => setWorker(active),
        () => setWorker(null),
      );
  }, [label]);
  useEffect(() => {
    if (!worker || seq === 0) return;
    // A newer one may have taken over since.
    (navigator.serviceWorker.controller ?? worker).postMessage({ label, address, reader });
  }, [worker, label, address, reader, seq]);
  return worker !== null;
}
