import type { Wait } from "#lib/client/overview/waits.ts";
import { runAddress, runName } from "#lib/client/run/run-name.ts";
import { stepState } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { joined, t, tn } from "#lib/words/t.ts";

/** So many are told whole where several begin to wait at once. */
export const TOLD_AT_ONCE = 3;

/** Each thing that is waited for by a name of its own; steps that are only ready share one wait, and are told apart here. */
export const waitKeys = ({ run, need, steps }: Wait): string[] =>
  steps.length > 0 ? steps.map((step) => `${run.id} ${need} ${step}`) : [`${run.id} ${need}`];

/**
 * What was not waited for when it was last looked; of several steps in one wait, those. `known` null: nobody has looked yet,
 * so nothing is new.
 */
export function freshWaits(known: ReadonlySet<string> | null, waits: readonly Wait[]): Wait[] {
  if (known === null) return [];
  const isFresh = (wait: Wait) => waitKeys(wait).some((key) => !known.has(key));
  return waits
    .filter(isFresh)
    .map((wait) => ({ ...wait, steps: wait.steps.filter((step) => isFresh({ ...wait, steps: [step] })) }));
}

/** The same in every tab of a browser. */
export const callKeys = (wait: Wait): string[] => waitKeys(wait).map((key) => `${key} ${wait.since}`);

/**
 * Whether this person's own press has brought it on: they look at what they pressed. `before`: the run as it was last seen.
 * That it goes on again is told by no step; who commands it has said so.
 */
export function isOwnPress({ run, need, steps }: Wait, before: Run | undefined, person: string): boolean {
  if (need !== "start") return false;
  if (before?.status !== run.status && run.commander.id === person) return true;
  return steps.every((number) => {
    const state = stepState(run, number);
    return state?.by.id === person && stepState(before ?? { ...run, steps: [] }, number)?.since !== state.since;
  });
}

export type Alert = { title: string; body: string; href: string };

/** "DRILL R-0042: step 7 is ready to be started": the mode comes first, as everywhere. */
export const alertOf = ({ run, words, detail, step }: Wait): Alert => ({
  title: `${runName(run)}: ${words}`,
  body: detail,
  href: step ? `${runAddress(run.number)}#step-${step.number}` : runAddress(run.number),
});

const PAGE_OF_RUN = /^\/runs\/(?:(?:R-)?(\d+)|([^/]+))$/i;

/** The page of a run tells itself what happens in it. */
function isPageOf(path: string, { id, number }: Run): boolean {
  const [, byNumber, byId] = PAGE_OF_RUN.exec(path) ?? [];
  return byNumber === undefined ? byId === id : Number(byNumber) === number;
}

/** What a screen reader hears of it on the page at `path`. */
export function heardAt(path: string, fresh: readonly Wait[]): string {
  const waits = fresh.filter(({ run }) => !isPageOf(path, run));
  const more = waits.length - TOLD_AT_ONCE;
  return joined(
    ...waits.slice(0, TOLD_AT_ONCE).map((wait) => t("{sentence}.", { sentence: alertOf(wait).title })),
    more > 0 && tn("{count} more waits for you.", "{count} more wait for you.", more),
  );
}
