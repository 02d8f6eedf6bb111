/** Accounts of others. */
export const users = {} as const;
