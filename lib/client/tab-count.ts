import type { Wait } from "#lib/client/waits.ts";
import type { Run } from "#lib/domain/run/state.ts";

/**
 * The number before a page's title: what waits for this person, and on the pages of a run its gates as well, whoever
 * decides them. Nothing is counted twice.
 */
export function tabCount(waits: readonly Wait[], looked: Run | undefined): number {
  if (!looked) return waits.length;
  const mine = new Set(waits.flatMap(({ run, steps }) => (run.number === looked.number ? steps : [])));
  const gates = looked.steps.filter(({ status }) => status === "awaiting_approval");
  return waits.length + gates.filter(({ number }) => !mine.has(number)).length;
}
