import { t, tn } from "#lib/words/t.ts";

/** ", 2 gates wait" after the status of a run or its name in a list; nothing where none does. */
export const gatesWaitingWords = (gates: number): string =>
  gates === 0 ? "" : t(", ") + tn("{count} gate waits", "{count} gates wait", gates);
