"use client";

import { useCallback, useEffect, useRef, useState } from "react";

const pointers = ["pointermove", "pointerdown"] as const;

/** `take` gives the keys that were pressed so far; whoever takes them hears the next ones themselves. */
export type FirstSign = { somebody: boolean; take: () => KeyboardEvent[] };

/** The first sign that somebody is there: what only people need is fetched then, and not before the page is shown. */
export function useFirstSign(): FirstSign {
  const [somebody, setSomebody] = useState(false);
  const early = useRef<KeyboardEvent[] | null>([]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      setSomebody(true);
      early.current?.push(event);
    };
    const point = () => setSomebody(true);
    document.addEventListener("keydown", press, true);
    for (const each of pointers) document.addEventListener(each, point, { capture: true, once: true });
    return () => {
      document.removeEventListener("keydown", press, true);
      for (const each of pointers) document.removeEventListener(each, point, true);
    };
  }, []);
  const take = useCallback(() => {
    const presses = early.current ?? [];
    early.current = null;
    return presses;
  }, []);
  return { somebody, take };
}
