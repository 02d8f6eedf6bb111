"use client";

import { useEffect, useRef } from "react";
import { isCovered } from "#components/shell/is-covered.ts";
import { useBrowserChoices } from "#components/shell/use-browser-choices.ts";
import { isComposed } from "#components/ui/is-composed.ts";
import { type Act, actOf, type keys, type Press, takesText } from "#lib/client/palette/keys.ts";

type Where = (typeof keys)[number]["where"];

/** What each key does there; `false`: nothing here, so the browser may do what it does. */
export type Acts<Here extends Where> = Record<Act<Here>, (event: KeyboardEvent) => unknown>;

/** Hears the keys of the list, but not while something stands in front of the page. `early` gives what was pressed before. */
export function useKeys<Here extends Where>(where: Here, acts: Acts<Here>, early: () => KeyboardEvent[]): void {
  const { singleKeys } = useBrowserChoices();
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      // What it was pressed in has gone with it, as a dialog with Escape: that was all that was meant.
      const isGone = event.target instanceof Node && !event.target.isConnected;
      if (event.defaultPrevented || isGone) return;
      const press = pressOf(event);
      const act = actOf(where, press, singleKeys);
      if (!act) return;
      // With Control the browser has a meaning of its own, which would take the focus out of what stands in front.
      const heard = isCovered() ? press.ctrlKey || press.metaKey : latest.current[act](event) !== false;
      if (heard) event.preventDefault();
    };
    // Not within the drawing of the page: some keys draw it anew at once.
    queueMicrotask(() => {
      // Not what was pressed where the focus is no longer: whoever pressed it has gone on since.
      const here = document.activeElement;
      for (const event of early().filter(({ target }) => target === here)) {
        // What was typed after the key that led into a field is text.
        if (document.activeElement !== here && isInField(document.activeElement)) break;
        hear(event);
      }
    });
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, [where, singleKeys, early]);
}

export function pressOf(event: KeyboardEvent): Press {
  const { ctrlKey, metaKey, altKey, repeat } = event;
  // A letter is the same key while Caps Lock is on.
  const key = event.key.length === 1 && !event.shiftKey ? event.key.toLowerCase() : event.key;
  return { key, ctrlKey, metaKey, altKey, repeat, isComposing: isComposed(event), typing: isInField(event.target) };
}

export const isInField = (target: unknown): boolean =>
  target instanceof HTMLElement &&
  takesText({
    tagName: target.tagName,
    editable: target.isContentEditable,
    ...(target instanceof HTMLInputElement && { type: target.type }),
  });
