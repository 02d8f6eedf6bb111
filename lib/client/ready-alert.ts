import { runAddress, runName } from "#lib/client/run-name.ts";
import type { Wait } from "#lib/client/waits.ts";

/** Each thing that is waited for by a name of its own; steps that are only ready share one wait, and are told apart here. */
export const waitKeys = ({ run, need, steps }: Wait): string[] =>
  steps.length > 0 ? steps.map((step) => `${run.id} ${need} ${step}`) : [`${run.id} ${need}`];

/** What was not waited for when it was last looked. `known` null: nobody has looked yet, so nothing is new. */
export const freshWaits = (known: ReadonlySet<string> | null, waits: readonly Wait[]): Wait[] =>
  known === null ? [] : waits.filter((wait) => waitKeys(wait).some((key) => !known.has(key)));

export type Alert = { title: string; body: string; href: string };

/** "DRILL R-0042: step 7 is ready to be started": the mode comes first, as everywhere. */
export const alertOf = ({ run, words, detail, step }: Wait): Alert => ({
  title: `${runName(run)}: ${words}`,
  body: detail,
  href: step ? `${runAddress(run.number)}#step-${step.number}` : runAddress(run.number),
});
