/** Sites and their checks. */
export const sites = {} as const;
