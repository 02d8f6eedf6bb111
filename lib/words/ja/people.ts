/** Who may do what. */
export const people = {} as const;
