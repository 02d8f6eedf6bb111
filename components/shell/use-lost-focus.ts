"use client";

import { useEffect } from "react";

/** What takes the focus of what was in it, from the inside out. */
function placesOf(element: Element | null): HTMLElement[] {
  const place = element?.closest<HTMLElement>("[data-step],section,main");
  return place ? [place, ...placesOf(place.parentElement)] : [];
}

function focusPlace(place: HTMLElement | null | undefined, options?: FocusOptions): boolean {
  if (!place) return false;
  if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
  place.focus(options);
  return true;
}

/** Of a page that has just come: what its address leads to, or else all of it. */
function focusPage(): void {
  if (focusPlace(document.getElementById(location.hash.slice(1)))) return;
  focusPlace(document.getElementById("main"), { preventScroll: true });
}

/**
 * What had the focus is gone, with a press or a whole page: the part of the page that it was in gets it, so that nobody at
 * a keyboard or with a screen reader starts anew at the top. Who knows a better place has given it there before.
 */
export function useLostFocus(): void {
  useEffect(() => {
    let last: Element | null = null;
    let places: HTMLElement[] = [];
    const remember = () => {
      last = document.activeElement;
      places = placesOf(last);
    };
    // Who presses beside everything has left it.
    const forget = () => {
      last = null;
    };
    const isLost = () => last !== null && !last.isConnected && document.activeElement === document.body;
    const giveBack = () => {
      if (!isLost()) return;
      const place = places.find(({ isConnected }) => isConnected);
      if (!focusPlace(place, { preventScroll: true })) focusPage();
    };
    // What closes gives the focus back itself, in a turn of its own.
    const watcher = new MutationObserver(() => isLost() && setTimeout(giveBack));
    remember();
    document.addEventListener("focusin", remember);
    document.addEventListener("pointerdown", forget);
    watcher.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener("focusin", remember);
      document.removeEventListener("pointerdown", forget);
      watcher.disconnect();
    };
  }, []);
}
