/** Signing in and setting up. */
export const entrance = {} as const;
