import { t, tn } from "#lib/words/t.ts";

/** "2 gates wait". */
export const gatesWait = (gates: number): string => tn("{count} gate waits", "{count} gates wait", gates);

/** ", 2 gates wait" after the status of a run or its name in a list; nothing where none does. */
export const gatesWaitingWords = (gates: number): string => (gates === 0 ? "" : t(", ") + gatesWait(gates));
