"use client";

import type { WaitingProps } from "#components/overview/waiting.tsx";
import { isThere, later, useLater } from "#components/ui/later.ts";

const watch = later<WaitingProps>(() => import("#components/shell/later-parts.ts").then((part) => part.Watch));
const count = later<WaitingProps>(() => import("#components/shell/later-parts.ts").then((part) => part.Count));

// Not before the page: a query that exists already keeps the page from starting with what the server read for it.

/** Keeps asking what waits for this person, on every page, and says so in the tab. */
export function WaitingWatch({ person }: WaitingProps) {
  const fetched = useLater(watch, "soon");
  return isThere(fetched) ? <fetched.Part person={person} /> : null;
}

export function WaitingBadge({ person }: WaitingProps) {
  const fetched = useLater(count, "soon");
  return isThere(fetched) ? <fetched.Part person={person} /> : null;
}
