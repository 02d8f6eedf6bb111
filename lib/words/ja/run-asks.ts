/** What is asked before something is done. */
export const runAsks = {} as const;
