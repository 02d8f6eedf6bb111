/** Of a page to be read, saved and printed: nothing in it can run, or ask for anything. */
export const PAPER_POLICY = "sandbox allow-modals; default-src 'none'; style-src 'unsafe-inline'; img-src data:";
