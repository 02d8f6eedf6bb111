/** Sentences and words that several pages share, beside those of shared.ts. */
export const sharedSentences = {} as const;
