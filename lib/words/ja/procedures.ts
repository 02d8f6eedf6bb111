/** Procedures and their editing. */
export const procedures = {} as const;
