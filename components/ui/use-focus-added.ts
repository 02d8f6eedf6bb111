"use client";

import { type RefObject, useEffect, useRef } from "react";

/** The field that somebody is about to fill first. */
export const firstField = "input:not([type=hidden], :disabled), textarea:not(:disabled), select:not(:disabled)";

/** Of a list of fields: what is added to it gets the focus in its first field. */
export function useFocusAdded<List extends HTMLElement>(count: number): RefObject<List | null> {
  const list = useRef<List>(null);
  const before = useRef(count);
  useEffect(() => {
    if (count > before.current) list.current?.lastElementChild?.querySelector<HTMLElement>(firstField)?.focus();
    before.current = count;
  }, [count]);
  return list;
}
