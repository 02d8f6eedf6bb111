import { estimateOf, forecast, isOnlyShown, type PastDurations } from "#lib/domain/forecast.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import type { Plan } from "#lib/domain/report/plan.ts";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import { evolve } from "#lib/domain/run/evolve/evolve.ts";
import type { Mode, Run } from "#lib/domain/run/state.ts";
import { t, tn } from "#lib/words/t.ts";

/**
 * What was expected of each step when the run was started, by its number. `past` is what past runs said at that time.
 * A step of which nobody knew how long it takes has no plan; nor has any where the run was never started.
 */
export function planOf(procedure: Procedure, events: readonly LoggedEvent[], past: PastDurations): Map<string, Plan> {
  const begun = startOf(events);
  const expected = begun && forecast(procedure, begun.run, past, begun.atMs);
  const { byNumber } = outline(procedure);
  const plans = new Map<string, Plan>();
  for (const [number, { fromMs, toMs }] of expected?.planned ?? []) {
    const step = byNumber.get(number);
    const basis = step && basisOf(step, begun?.run.mode ?? "live", past);
    if (!basis) continue;
    plans.set(number, { from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString(), basis });
  }
  return plans;
}

function basisOf(step: Step, mode: Mode, past: PastDurations): string | undefined {
  if (isOnlyShown(step, mode)) return t("only simulated");
  const estimate = estimateOf(step, past);
  if (estimate?.basis === "procedure") return t("by the procedure");
  return estimate && tn("median of {count} past run", "median of {count} past runs", estimate.runs);
}

function startOf(events: readonly LoggedEvent[]): { run: Run; atMs: number } | null {
  let run: Run | null = null;
  for (const logged of events) {
    run = evolve(run, logged);
    if (logged.event.type === "run.started") return { run, atMs: Date.parse(logged.at) };
  }
  return null;
}
