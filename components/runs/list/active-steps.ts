import type { StepRow } from "#components/runs/list/step-rows.ts";
import type { Person } from "#lib/domain/actor.ts";
import { isOf } from "#lib/domain/run/assignee.ts";
import { concerns } from "#lib/domain/run/concerns.ts";
import type { Digest, Waiting } from "#lib/domain/run/digest.ts";
import { lastAttempt } from "#lib/domain/run/read-state.ts";
import type { Run, StepStatus } from "#lib/domain/run/state.ts";

/** What goes on or waits for a person: the steps that somebody has to do with now. */
export function activeSteps(rows: readonly StepRow[], { now, waiting }: Digest): StepRow[] {
  const numbers = new Set([...now, ...waiting].map(({ step }) => step));
  return rows.filter(({ step }) => numbers.has(step.number));
}

/**
 * Of these, the one this person most likely came for: what failed and is theirs to decide, what they began, what waits for
 * them by name, what waits for any of their role, what goes on.
 */
export function likeliest(active: readonly StepRow[], digest: Digest, run: Run, person: Person): StepRow | undefined {
  const theirs = digest.waiting.filter((one) => concerns(one, run, person));
  const trouble = theirs.find(({ need }) => need === "decide");
  const begun = active.find(({ state, shown }) => shown === "in_progress" && lastAttempt(state)?.by.id === person.id);
  if (begun && !trouble) return begun;
  const mine = (trouble ?? theirs.find(isNamed) ?? theirs[0])?.step;
  return active.find(({ step }) => step.number === mine) ?? active[0];
}

/**
 * The steps that are this person's: assigned to them, begun by them, or waiting for them by name. What waits for any of
 * their role is nobody's yet.
 */
export function ownSteps(rows: readonly StepRow[], { waiting }: Digest, run: Run, person: Person): Set<StepRow> {
  const asked = new Set(waiting.filter((one) => isNamed(one) && concerns(one, run, person)).map(({ step }) => step));
  const begun = ({ state }: StepRow) => !notBegun.has(state.status) && lastAttempt(state)?.by.id === person.id;
  return new Set(rows.filter((row) => asked.has(row.step.number) || begun(row) || isOf(run, row, person.id)));
}

/** Also where it was begun before, and is to be begun again. */
const notBegun: ReadonlySet<StepStatus> = new Set(["not_started", "ready", "awaiting_approval"]);

/** The commander, who fills a position, or a person: not everybody of a role or a group. */
const isNamed = ({ who }: Waiting): boolean => who === "commander" || "person" in who || "position" in who;
