import type { Lines } from "#components/shell/held.ts";

/** What somebody may be at in the side panel; of the timeline a piece, whose rows are not drawn while it is out of sight. */
export const SIDE_LINES: Lines = "#run-side :is(h2, li, p, [data-rows])";
