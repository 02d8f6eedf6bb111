/** What the server says when it does not do it. */
export const faults = {} as const;
