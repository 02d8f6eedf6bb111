"use client";

import { useEffect, useState } from "react";

type Kept = { label: string; address: string; reader: string };

/** A page may stay open for days: so often it looks whether the server has a newer worker. */
const LOOK_MS = 600_000;

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

/** The service worker of this browser, which is replaced by a newer one without a reload; null where there can be none. */
function useWorker(): ServiceWorkerRegistration | null {
  const [registration, setRegistration] = useState<ServiceWorkerRegistration | null>(null);
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    navigator.serviceWorker
      .register("/sw.js")
      .then(() => navigator.serviceWorker.ready)
      .then(setRegistration, () => setRegistration(null));
  }, []);
  useEffect(() => {
    if (!registration) return;
    // Not connected: there is a next time.
    const look = () => registration.update().catch(() => {});
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [registration]);
  return registration;
}
