/** States, their meaning and their colours. */
export const states = {} as const;
