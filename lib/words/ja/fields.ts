/** What is wrong with a field. */
export const fields = {} as const;
