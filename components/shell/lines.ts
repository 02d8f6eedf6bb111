import type { Lines } from "#components/shell/held.ts";

/** What somebody may be at on a page of lists. */
export const LINES: Lines = { within: "main", one: ":is(article, li, tr)" };
