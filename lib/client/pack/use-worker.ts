"use client";

import { useEffect, useState } from "react";
import { locale } from "#lib/words/language.ts";

/** A page may stay open for days: so often it looks whether the server has a newer worker. */
const LOOK_MS = 600_000;

/** The service worker of this browser, which is replaced by a newer one without a reload; null where there can be none. */
export function useWorker(): ServiceWorkerRegistration | null {
  const [registration, setRegistration] = useState<ServiceWorkerRegistration | null>(null);
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    navigator.serviceWorker
      .register("/sw.js")
      .then(() => navigator.serviceWorker.ready)
      .then(setRegistration, () => setRegistration(null));
  }, []);
  return registration;
}

/** Wherever somebody is signed in: has a service worker, and tells it who reads and in which language. */
export function useWorkerEverywhere(reader: string): void {
  const registration = useWorker();
  const language = locale();
  useEffect(() => {
    if (!registration) return;
    const tell = () => registration.active?.postMessage({ language, reader });
    tell();
    // A newer one has taken over.
    navigator.serviceWorker.addEventListener("controllerchange", tell);
    return () => navigator.serviceWorker.removeEventListener("controllerchange", tell);
  }, [registration, language, reader]);
  useEffect(() => {
    if (!registration) return;
    // Not connected: there is a next time.
    const look = () => registration.update().catch(() => {});
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [registration]);
}
