"use client";

import { useState } from "react";
import { inKeptOrder } from "#lib/client/kept-order.ts";

/** Nothing moves under a hand: while the page is open, who is added or renamed moves nobody else's line. */
export function useKeptOrder<T extends { id: string }>(now: readonly T[]): readonly T[] {
  const [drawn, setDrawn] = useState<readonly string[]>([]);
  const next = inKeptOrder(drawn, now);
  if (next.some(({ id }, place) => drawn[place] !== id)) setDrawn(next.map(({ id }) => id));
  return next;
}
