"use client";

import { type RefObject, useEffect, useState } from "react";
import { watchHead } from "#components/shell/head-height.ts";

/**
 * Whether an element has scrolled away out of the window or under the head of the page, however high that is; null while
 * that is not known.
 */
export function useOutOfSight(element: RefObject<Element | null>): boolean | null {
  const [away, setAway] = useState<boolean | null>(null);
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    let inSight: IntersectionObserver | undefined;
    const unwatch = watchHead((px) => {
      inSight?.disconnect();
      inSight = new IntersectionObserver(([entry]) => setAway(entry ? !entry.isIntersecting : null), {
        // Touching counts as in sight to the browser.
        rootMargin: `-${px + 1}px 0px 0px`,
      });
      inSight.observe(watched);
    });
    return () => {
      unwatch();
      inSight?.disconnect();
    };
  }, [element]);
  return away;
}
