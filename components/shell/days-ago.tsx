"use client";

import { useToday, useZone } from "#components/shell/zone.tsx";
import { daysAgoWords } from "#lib/client/days-ago.ts";
import { dayOf, type Instant } from "#lib/words/time.ts";

/** How many days ago something was, by the calendar of the reader: beside a date, which alone has to be reckoned from. */
export function DaysAgo({ at }: { at: Instant }) {
  return <span className="whitespace-nowrap">{daysAgoWords(dayOf(at, useZone()), useToday())}</span>;
}
