/** A file says in its first line which published version it was begun from: whoever uploads it undoes nothing unknowingly. */
export const begunFromLine = (hash: string): string => `# begun-from: ${hash}\n`;

/** The hash that a document was begun from, as far as it says so. */
export const begunFrom = (document: string): string | null =>
  /^\uFEFF?# begun-from: ([0-9a-f]{64})\r?\n/.exec(document)?.[1] ?? null;
