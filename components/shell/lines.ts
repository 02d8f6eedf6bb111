/** What somebody may be at on a page of lists. */
export const LINES = "#main :is(article, li, tr)";
