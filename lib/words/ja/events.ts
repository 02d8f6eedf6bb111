/** What happened, in a sentence. */
export const events = {} as const;
