import type { RunSummary } from "#lib/contract/run-summary.ts";
import { t, tn } from "#lib/words/t.ts";

type Asking = Pick<RunSummary, "stepsInTrouble" | "gatesWaiting">;

/** "2 gates wait". */
export const gatesWait = (gates: number): string => tn("{count} gate waits", "{count} gates wait", gates);

/** "1 step in trouble". */
export const troubleWords = (steps: number): string => tn("{count} step in trouble", "{count} steps in trouble", steps);

/** ", 1 step in trouble, 2 gates wait" after the status of a run in a list; nothing where nothing asks for anybody. */
export const askingWords = ({ stepsInTrouble, gatesWaiting }: Asking): string =>
  (stepsInTrouble === 0 ? "" : t(", ") + troubleWords(stepsInTrouble)) + gatesWaitingWords(gatesWaiting);

/** ", 2 gates wait" after the status of a run or its name in a list; nothing where none does. */
export const gatesWaitingWords = (gates: number): string => (gates === 0 ? "" : t(", ") + gatesWait(gates));
