import { outline } from "#lib/domain/outline.ts";
import type { Procedure, Provenance, Step } from "#lib/domain/procedure.ts";
import { isSame } from "#lib/domain/same.ts";

/**
 * The procedure with this step in place of the one of its number; null where there is none. What a person has changed no
 * longer comes from where it was said to come from.
 */
export function withStep(procedure: Procedure, step: Step): Procedure | null {
  const before = outline(procedure).byNumber.get(step.number);
  if (!before) return null;
  const after = { ...step, provenance: step.provenance.filter((told) => stillTrue(told, before, step)) };
  const phases = procedure.phases.map((phase) => ({
    ...phase,
    steps: phase.steps.map((one) => (one.number === step.number ? after : one)),
  }));
  return { ...procedure, phases };
}

const stillTrue = (told: Provenance, before: Step, after: Step): boolean =>
  isSame(before[told.field], after[told.field]) || !before.provenance.some((known) => isSame(known, told));
