import { deedOf } from "#lib/domain/run/deed.ts";
import type { Run, StepStatus } from "#lib/domain/run/state.ts";

const SETTLED: ReadonlySet<StepStatus> = new Set(["completed", "overridden", "skipped"]);

/**
 * When a run that ends at this instant was truly done: where what ends it was entered afterwards, the latest true time of its
 * steps, and not before it was declared. Undefined where that is now.
 */
export function reachedBefore({ steps, declaredAt }: Run, at: string): string | undefined {
  if (!steps.some(({ recorded, since }) => recorded && since === at)) return undefined;
  const deeds = steps.flatMap((state) => (SETTLED.has(state.status) ? [deedOf(state).at] : []));
  const last = [...deeds, declaredAt ?? ""].sort().at(-1);
  return last !== undefined && last < at ? last : undefined;
}
