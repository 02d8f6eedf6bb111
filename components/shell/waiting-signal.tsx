"use client";

import { useEffect } from "react";
import { row, t } from "#lib/words/t.ts";

const amberDiamond =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M8 1l7 7-7 7-7-7z' fill='%23f2b23a' stroke='%23946000'/%3E%3C/svg%3E";

/** As the lists mark a gate that waits: not the shape of what is only ready to be started. */
const amberHourglass =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M2 1h12v3l-4 4 4 4v3H2v-3l4-4-4-4z' fill='%23f2b23a' stroke='%23946000'/%3E%3C/svg%3E";

/** "(3, gate waits) ", "(3) ", "(gate waits) "; empty where nothing waits. */
function markOf(count: number, gate: boolean): string {
  const words = [count > 0 && String(count), gate && t("gate waits")].filter((part) => part !== false);
  return words.length > 0 ? `(${row(words)}) ` : "";
}

/** Each page that one goes to brings a title and an icon of its own. */
function keepInHead(write: () => void): () => void {
  write();
  const observer = new MutationObserver(write);
  observer.observe(document.head, { childList: true, subtree: true, characterData: true });
  return () => observer.disconnect();
}

/** Keeps it before the page's title. */
function markTitle(mark: string): () => void {
  const leave = keepInHead(() => {
    if (!document.title.startsWith(mark)) document.title = mark + document.title;
  });
  return () => {
    leave();
    if (document.title.startsWith(mark)) document.title = document.title.slice(mark.length);
  };
}

function turnIcon(amber: string): () => void {
  const usual = new Map<Element, string>();
  const leave = keepInHead(() => {
    for (const icon of document.querySelectorAll('link[rel~="icon"]')) {
      const href = icon.getAttribute("href");
      if (!href || href === amber) continue;
      usual.set(icon, href);
      icon.setAttribute("href", amber);
    }
  });
  return () => {
    leave();
    for (const [icon, href] of usual) icon.setAttribute("href", href);
  };
}

/**
 * Says in the tab how much waits for this person, and whether a gate waits, for whomever; also while another tab is in front.
 */
export function WaitingSignal({ count, gate }: { count: number; gate: boolean }) {
  const mark = markOf(count, gate);
  useEffect(() => (mark === "" ? undefined : markTitle(mark)), [mark]);
  const icon = gate ? amberHourglass : count > 0 ? amberDiamond : null;
  useEffect(() => (icon === null ? undefined : turnIcon(icon)), [icon]);
  return null;
}
