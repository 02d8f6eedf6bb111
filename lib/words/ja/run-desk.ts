/** The page of a run: head, banners, clocks, filters. */
export const runDesk = {} as const;
