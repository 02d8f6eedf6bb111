/** The report of a run. */
export const report = {
  "Report of {run}": "{run} の報告書",
} as const;
