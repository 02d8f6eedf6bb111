/** The cards of the steps. */
export const runCards = {} as const;
