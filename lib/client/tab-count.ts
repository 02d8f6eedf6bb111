import type { Wait } from "#lib/client/waits.ts";
import type { RunSummary, RunView } from "#lib/contract/runs.ts";

/** A run whose gates this person has in the tab: its state where that is known, else how many the list counts. */
export type Gated = { summary: Pick<RunSummary, "number" | "gatesWaiting">; view?: Pick<RunView, "run"> | undefined };

/**
 * The number before a page's title: what waits for this person, and the gates of these runs, whoever decides them. Nothing
 * is counted twice.
 */
export const tabCount = (waits: readonly Wait[], runs: readonly Gated[]): number =>
  runs.reduce((count, run) => count + gatesOfOthers(waits, run), waits.length);

function gatesOfOthers(waits: readonly Wait[], { summary: { number, gatesWaiting }, view }: Gated): number {
  if (!view) return gatesWaiting;
  const mine = new Set(waits.flatMap(({ run, steps }) => (run.number === number ? steps : [])));
  return view.run.steps.filter(({ status, number: step }) => status === "awaiting_approval" && !mine.has(step)).length;
}
