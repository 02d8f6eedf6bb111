/** The plain pieces of every page. */
export const ui = {} as const;
