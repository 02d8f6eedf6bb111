/** The record and its verification. */
export const record = {} as const;
