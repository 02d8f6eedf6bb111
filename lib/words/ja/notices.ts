/** What messages say. */
export const notices = {} as const;
