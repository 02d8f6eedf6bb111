/** Of text; a cell may have several lines. */
export type Table = { head: readonly string[]; rows: readonly (readonly string[])[] };
