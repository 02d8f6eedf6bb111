"use client";

import { useEffect } from "react";

const amberDiamond =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M8 1l7 7-7 7-7-7z' fill='%23f2b23a' stroke='%23946000'/%3E%3C/svg%3E";

function numbered(title: string, count: number): string {
  const bare = title.replace(/^\(\d+\) /, "");
  return count > 0 ? `(${count}) ${bare}` : bare;
}

/** Each page that one goes to brings a title and an icon of its own. */
function keepInHead(write: () => void): () => void {
  write();
  const observer = new MutationObserver(write);
  observer.observe(document.head, { childList: true, subtree: true, characterData: true });
  return () => observer.disconnect();
}

/** Keeps "(3) " before the page's title. */
function numberTitle(count: number): () => void {
  const leave = keepInHead(() => {
    const wanted = numbered(document.title, count);
    if (document.title !== wanted) document.title = wanted;
  });
  return () => {
    leave();
    document.title = numbered(document.title, 0);
  };
}

function turnIconAmber(): () => void {
  const usual = new Map<Element, string>();
  const leave = keepInHead(() => {
    for (const icon of document.querySelectorAll('link[rel~="icon"]')) {
      const href = icon.getAttribute("href");
      if (!href || href === amberDiamond) continue;
      usual.set(icon, href);
      icon.setAttribute("href", amberDiamond);
    }
  });
  return () => {
    leave();
    for (const [icon, href] of usual) icon.setAttribute("href", href);
  };
}

/** Says in the tab that somebody waits for this person, also while another tab is in front. */
export function WaitingSignal({ count }: { count: number }) {
  useEffect(() => numberTitle(count), [count]);
  const waits = count > 0;
  useEffect(() => (waits ? turnIconAmber() : undefined), [waits]);
  return null;
}
