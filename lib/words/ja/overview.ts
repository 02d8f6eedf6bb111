/** What goes on, and what waits. */
export const overview = {} as const;
