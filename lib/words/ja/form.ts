/** Forms. */
export const form = {} as const;
