"use client";

import { useEffect } from "react";

const amberDiamond =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M8 1l7 7-7 7-7-7z' fill='%23f2b23a' stroke='%23946000'/%3E%3C/svg%3E";

function numbered(title: string, count: number): string {
  const bare = title.replace(/^\(\d+\) /, "");
  return count > 0 ? `(${count}) ${bare}` : bare;
}

/** Keeps "(3) " before the page's title, also when the title changes. */
function numberTitle(count: number): () => void {
  const write = () => {
    const wanted = numbered(document.title, count);
    if (document.title !== wanted) document.title = wanted;
  };
  write();
  const observer = new MutationObserver(write);
  observer.observe(document.head, { childList: true, subtree: true, characterData: true });
  return () => {
    observer.disconnect();
    document.title = numbered(document.title, 0);
  };
}

function turnIconAmber(): () => void {
  const icon = document.querySelector<HTMLLinkElement>('link[rel~="icon"]');
  const usual = icon?.getAttribute("href");
  if (!icon || !usual) return () => {};
  icon.setAttribute("href", amberDiamond);
  return () => icon.setAttribute("href", usual);
}

/** Says in the tab that somebody waits for this person, also while another tab is in front. */
export function WaitingSignal({ count }: { count: number }) {
  useEffect(() => numberTitle(count), [count]);
  const waits = count > 0;
  useEffect(() => (waits ? turnIconAmber() : undefined), [waits]);
  return null;
}
