/** What is wrong with a procedure, and other rules. */
export const rules = {} as const;
