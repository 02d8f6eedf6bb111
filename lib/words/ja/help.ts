/** The help. */
export const help = {} as const;
