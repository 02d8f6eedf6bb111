import type { StepRow } from "#components/runs/step-rows.ts";
import type { Person } from "#lib/domain/actor.ts";
import { concerns } from "#lib/domain/run/concerns.ts";
import type { Digest } from "#lib/domain/run/digest.ts";
import { lastAttempt } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";

/** What goes on or waits for a person: the steps that somebody has to do with now. */
export function activeSteps(rows: readonly StepRow[], { now, waiting }: Digest): StepRow[] {
  const numbers = new Set([...now, ...waiting].map(({ step }) => step));
  return rows.filter(({ step }) => numbers.has(step.number));
}

/** Of these, the one this person most likely came for: what they began, what waits for them, what goes on. */
export function likeliest(active: readonly StepRow[], digest: Digest, run: Run, person: Person): StepRow | undefined {
  const begun = active.find(({ state, shown }) => shown === "in_progress" && lastAttempt(state)?.by.id === person.id);
  if (begun) return begun;
  const mine = digest.waiting.find((one) => concerns(one, run, person))?.step;
  return active.find(({ step }) => step.number === mine) ?? active[0];
}
