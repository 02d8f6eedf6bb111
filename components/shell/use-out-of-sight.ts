"use client";

import { type RefObject, useEffect, useState } from "react";

/**
 * Whether an element has scrolled away under the head of the page, however high that is; null while that is not known. What
 * has to stay clear of the head finds its height in `--head`.
 */
export function useOutOfSight(element: RefObject<Element | null>): boolean | null {
  const [away, setAway] = useState<boolean | null>(null);
  useEffect(() => {
    const [watched, head] = [element.current, document.getElementById("main")?.previousElementSibling];
    if (!watched || !head) return;
    const { style } = document.documentElement;
    let inSight: IntersectionObserver | undefined;
    const sizes = new ResizeObserver(() => {
      const height = `${Math.ceil(head.getBoundingClientRect().height)}px`;
      style.setProperty("--head", height);
      inSight?.disconnect();
      inSight = new IntersectionObserver(([entry]) => setAway(entry ? !entry.isIntersecting : null), {
        rootMargin: `-${height} 0px 0px`,
      });
      inSight.observe(watched);
    });
    sizes.observe(head);
    return () => {
      style.removeProperty("--head");
      sizes.disconnect();
      inSight?.disconnect();
    };
  }, [element]);
  return away;
}
