/** What is entered afterwards. */
export const afterwards = {} as const;
