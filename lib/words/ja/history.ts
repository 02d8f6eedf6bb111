/** Past runs, and two of them compared. */
export const history = {} as const;
