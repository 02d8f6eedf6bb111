/** What can be pressed, and what follows from it. */
export const offers = {} as const;
