import { evaluate } from "#lib/domain/evaluate.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { stepState } from "#lib/domain/run/read-state.ts";
import type { Run, StepState } from "#lib/domain/run/state.ts";

/** The rules of a run said a second time, in the plainest way, for random runs to be held against. */

export function applicability(procedure: Procedure, run: Run, number: string): string {
  const step = outline(procedure).byNumber.get(number);
  if (run.mode === "drill" && step?.inDrill === "skip") return "not_applicable";
  if (run.mode === "live" && step?.cleanUp) return "not_applicable";
  return evaluate(step?.condition, run.facts).applicability;
}

export const waitsForNothing = (procedure: Procedure, run: Run, number: string): boolean =>
  (outline(procedure).predecessors.get(number) ?? []).every((before) => isPassed(procedure, run, before));

/** Done or overridden; or skipped or not applicable, and nothing before it is open either. */
function isPassed(procedure: Procedure, run: Run, number: string): boolean {
  const status = stepState(run, number)?.status;
  if (status === "completed" || status === "overridden") return true;
  const nobodyDoesIt =
    status === "skipped" || (status === "not_started" && applicability(procedure, run, number) === "not_applicable");
  return nobodyDoesIt && waitsForNothing(procedure, run, number);
}

export const isSettledStep = (procedure: Procedure, run: Run, { number, status }: StepState): boolean =>
  ["completed", "overridden", "skipped"].includes(status) ||
  (status === "not_started" && applicability(procedure, run, number) === "not_applicable");

/** Somebody can do something about it now, or a command is on its way to an end. */
export const canMove = (procedure: Procedure, run: Run, { number, status }: StepState): boolean =>
  !["not_started", "completed", "overridden", "skipped"].includes(status) ||
  (status === "not_started" && applicability(procedure, run, number) === "undecided");
