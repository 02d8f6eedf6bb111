/** Making a run. */
export const newRun = {} as const;
