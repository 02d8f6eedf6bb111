import type { Applicability } from "#lib/domain/condition.ts";
import { evaluate } from "#lib/domain/evaluate.ts";
import { factLabel } from "#lib/domain/outline.ts";
import type { Step, SubStep } from "#lib/domain/procedure.ts";
import type { StepSituation } from "#lib/domain/run/decide/ruling.ts";
import type { Rejection } from "#lib/domain/run/rejection/rejection.ts";
import type { Run, StepState } from "#lib/domain/run/state.ts";

export const subStepApplicability = (run: Pick<Run, "facts">, subStep: SubStep): Applicability =>
  evaluate(subStep.condition, run.facts).applicability;

/** Sub-steps, its own and those added in the run, that are neither ticked nor ruled out. Their numbers. */
export function openSubSteps(run: Run, step: Step, state: StepState): string[] {
  const own = step.subSteps.filter((sub) => subStepApplicability(run, sub) !== "not_applicable");
  return [...own, ...state.added].map((sub) => sub.number).filter((number) => !state.ticks[number]);
}

/** Of a completed step: its lines that apply, or may, and that nobody ticked. What was done on paper was ticked there. */
export const linesLeftOpen = (run: Run, step: Step, state: StepState): string[] =>
  state.status === "completed" && !state.recorded ? openSubSteps(run, step, state) : [];

/** The unanswered facts that leave some of its open sub-steps undecided. */
export function openFacts(run: Run, step: Step, state: StepState): string[] {
  const open = openSubSteps(run, step, state);
  const undecided = step.subSteps.filter(
    (sub) => open.includes(sub.number) && subStepApplicability(run, sub) === "undecided",
  );
  return [...new Set(undecided.flatMap((sub) => evaluate(sub.condition, run.facts).because.map(({ fact }) => fact)))];
}

/** Nothing passes a step while some of its lines are open. */
export function heldByLines({ procedure, run, step, state }: StepSituation): Rejection | undefined {
  const open = openSubSteps(run, step, state);
  if (open.length === 0) return undefined;
  return {
    code: "sub_steps_open",
    step: step.number,
    open,
    facts: openFacts(run, step, state).map((fact) => factLabel(procedure, fact)),
  };
}
