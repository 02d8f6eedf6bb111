"use client";

import { type RefObject, useEffect, useState } from "react";

const HEADER_PX = 80;

/** Whether an element has scrolled away under the header; null while that is not known. */
export function useOutOfSight(element: RefObject<Element | null>): boolean | null {
  const [away, setAway] = useState<boolean | null>(null);
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(([entry]) => setAway(entry ? !entry.isIntersecting : null), {
      rootMargin: `-${HEADER_PX}px 0px 0px`,
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return away;
}
