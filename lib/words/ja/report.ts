/** The report of a run. */
export const report = {} as const;
