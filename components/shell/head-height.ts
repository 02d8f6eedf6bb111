"use client";

import { useEffect } from "react";

/** What the page has to stay clear of finds it in `--head`: how high the head is, where it stays in sight. */
export function HeadHeight() {
  useEffect(() => {
    const { style } = document.documentElement;
    const unwatch = watchHead((px) => style.setProperty("--head", `${px}px`));
    return () => {
      unwatch();
      style.removeProperty("--head");
    };
  }, []);
  return null;
}

/** Tells now and from now on how high the part is that sticks to the top of the window: the head, or what is above it. */
export function watchHead(tell: (px: number) => void): () => void {
  const parts: Element[] = [];
  for (let part = document.getElementById("main")?.previousElementSibling; part; part = part.previousElementSibling)
    parts.push(part);
  const sizes = new ResizeObserver(() => tell(Math.max(0, ...parts.map(coveredBy))));
  // A head that stands for its lines has no size of its own.
  for (const part of parts) for (const each of [part, part.firstElementChild]) if (each) sizes.observe(each);
  return () => sizes.disconnect();
}

/** Of a head that stands for its lines, the first is what sticks. */
function coveredBy(part: Element): number {
  const { display, position } = getComputedStyle(part);
  if (display === "contents") return part.firstElementChild ? coveredBy(part.firstElementChild) : 0;
  return position === "sticky" ? Math.ceil(part.getBoundingClientRect().height) : 0;
}
