/** What somebody may be at in the side panel. */
export const SIDE_LINES = "#run-side :is(h2, li, p)";
