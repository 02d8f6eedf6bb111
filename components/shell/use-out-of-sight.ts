"use client";

import { type RefObject, useEffect, useState } from "react";

/** Whether an element has scrolled away under the head of the page, however high that is; null while that is not known. */
export function useOutOfSight(element: RefObject<Element | null>): boolean | null {
  const [away, setAway] = useState<boolean | null>(null);
  useEffect(() => {
    const [watched, head] = [element.current, document.getElementById("main")?.previousElementSibling];
    if (!watched || !head) return;
    let inSight: IntersectionObserver | undefined;
    const sizes = new ResizeObserver(() => {
      inSight?.disconnect();
      inSight = new IntersectionObserver(([entry]) => setAway(entry ? !entry.isIntersecting : null), {
        rootMargin: `-${Math.ceil(head.getBoundingClientRect().height)}px 0px 0px`,
      });
      inSight.observe(watched);
    });
    sizes.observe(head);
    return () => {
      sizes.disconnect();
      inSight?.disconnect();
    };
  }, [element]);
  return away;
}
