"use client";

import { useSyncExternalStore } from "react";

const desk = () => window.matchMedia("(min-width: 48rem)");

/** Whether the page is as narrow as a phone, where tabs part what a desk shows at once. */
export const isPhone = (): boolean => !desk().matches;

function watch(changed: () => void): () => void {
  const width = desk();
  width.addEventListener("change", changed);
  return () => width.removeEventListener("change", changed);
}

export const useIsPhone = (): boolean => useSyncExternalStore(watch, isPhone, () => false);
