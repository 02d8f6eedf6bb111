"use client";

import { useEffect, useState } from "react";
import { isAttended, watchHands } from "#lib/client/attended.ts";
import type { GoingRun } from "#lib/client/overview/going.ts";
import { keptPlaces, type Place, placesOf, samePlaces } from "#lib/client/overview/going-places.ts";

/** Those at risk first, but nothing moves under a hand: while it is on the lines, they stay in the order that is drawn. */
export function usePlaces(runs: readonly GoingRun[]): readonly Place[] {
  useEffect(watchHands, []);
  const now = placesOf(runs);
  const [drawn, setDrawn] = useState(now);
  if (samePlaces(now, drawn)) return drawn;
  const next = isUnderHand() ? keptPlaces(drawn, now) : now;
  if (!samePlaces(next, drawn)) setDrawn(next);
  return next;
}

const isUnderHand = (): boolean =>
  isAttended() && document.querySelector("[data-lines]:is(:hover, :focus-within)") !== null;
