"use client";

import { type ComponentType, useEffect, useState } from "react";

type Loaded<Props> = { Part: ComponentType<Props> } | "failed" | null;

/**
 * A part of the page that is fetched when it is first wanted. Where that fails the page goes on without it, and it is
 * fetched again when `wanted` becomes something else.
 */
export function useLater<Props>(
  wanted: "now" | "soon" | false,
  load: () => Promise<ComponentType<Props>>,
): Loaded<Props> {
  const [loaded, setLoaded] = useState<Loaded<Props>>(null);
  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    const settle = (to: Loaded<Props>) => {
      if (!gone) setLoaded(to);
    };
    load().then(
      (Part) => settle({ Part }),
      () => settle("failed"),
    );
    return () => {
      gone = true;
    };
  }, [wanted, load]);
  return loaded;
}
