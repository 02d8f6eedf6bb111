/** Of the states of the steps of a run that came to its end: all that applied were skipped, which measures nothing. */
export const isNothingDone = (states: readonly string[]): boolean =>
  states.includes("skipped") && !states.includes("completed") && !states.includes("overridden");
