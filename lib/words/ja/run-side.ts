/** Notes, events, people, output, timeline and keys of a run. */
export const runSide = {} as const;
