/** What is printed. */
export const paper = {} as const;
