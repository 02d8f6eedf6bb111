"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { inStorage } from "#lib/client/in-storage.ts";
import { visitsOf, withVisit } from "#lib/client/palette/visits.ts";

const PLACE = "visits";

/** Keeps in this browser which runs and procedures this person looked at last. */
export function useVisits(person: string): void {
  const path = usePathname();
  useEffect(() => {
    inStorage((storage) => storage.setItem(PLACE, withVisit(storage.getItem(PLACE), person, path)));
  }, [person, path]);
}

/** Their addresses, the latest first. */
export const readVisits = (person: string): readonly string[] =>
  inStorage((storage) => visitsOf(storage.getItem(PLACE), person)) ?? [];

export function forgetVisits(): void {
  inStorage((storage) => storage.removeItem(PLACE));
}
