import type { Lines } from "#components/shell/held.ts";

/** What somebody may be at on a page of lists. */
export const LINES: Lines = "#main :is(article, li, tr)";
