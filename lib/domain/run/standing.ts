import { type Evaluation, evaluate } from "#lib/domain/evaluate.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import type { Run, StepState } from "#lib/domain/run/state.ts";

/** Whether a step applies in this run, and what decided it: its condition, or the mode of the run. */
export type Standing = Evaluation & { leftOutOfDrills: boolean; onlyInDrills: boolean };

const byMode = { leftOutOfDrills: false, onlyInDrills: false };

export function standing(run: Pick<Run, "mode" | "facts">, step: Step): Standing {
  if (run.mode === "drill" && step.inDrill === "skip") {
    return { applicability: "not_applicable", because: [], ...byMode, leftOutOfDrills: true };
  }
  if (run.mode === "live" && step.cleanUp) {
    return { applicability: "not_applicable", because: [], ...byMode, onlyInDrills: true };
  }
  return { ...evaluate(step.condition, run.facts), ...byMode };
}

const doesNotApply = (run: Pick<Run, "mode" | "facts">, step: Step, state: StepState): boolean =>
  state.status === "not_started" && standing(run, step).applicability === "not_applicable";

/** Nobody does it, so it holds back what comes after it only as long as it would itself be held back. */
const isSteppedOver = (run: Pick<Run, "mode" | "facts">, step: Step, state: StepState): boolean =>
  state.status === "skipped" || doesNotApply(run, step, state);

/** Nothing more is to be done about this step: done, decided, or not applicable. */
export const isSettled = (run: Pick<Run, "mode" | "facts">, step: Step, state: StepState): boolean =>
  state.status === "completed" || state.status === "overridden" || isSteppedOver(run, step, state);

/** Clean-up steps of a drill that are neither done nor skipped. Their numbers. */
export const openCleanUps = (procedure: Procedure, run: Run): string[] =>
  pairs(procedure, run)
    .filter(({ step, state }) => step.cleanUp && !isSettled(run, step, state))
    .map(({ step }) => step.number);

type Pair = { step: Step; state: StepState };
const knownPairs = new WeakMap<Run, { procedure: Procedure; pairs: readonly Pair[] }>();

/** The steps of a run beside what is written about them, in document order; put together once for each state of a run. */
export function pairs(procedure: Procedure, run: Run): readonly Pair[] {
  const known = knownPairs.get(run);
  if (known?.procedure === procedure) return known.pairs;
  const { byNumber } = outline(procedure);
  const made = run.steps.flatMap((state) => {
    const step = byNumber.get(state.number);
    return step ? [{ step, state }] : [];
  });
  knownPairs.set(run, { procedure, pairs: made });
  return made;
}

/**
 * The numbers of the steps that hold nothing back any more. A step that was done or overridden is passed. One that was
 * skipped or does not apply is stepped over: it is passed when everything it waited for is.
 */
export function passedSteps(procedure: Procedure, run: Run): Set<string> {
  const { predecessors } = outline(procedure);
  const passed = new Set<string>();
  const steppedOver = new Map<string, StepState>();
  for (const { step, state } of pairs(procedure, run)) {
    if (state.status === "completed" || state.status === "overridden") passed.add(step.number);
    else if (isSteppedOver(run, step, state)) steppedOver.set(step.number, state);
  }
  for (let grew = true; grew; ) {
    grew = false;
    for (const number of steppedOver.keys()) {
      if ((predecessors.get(number) ?? []).every((before) => passed.has(before))) {
        passed.add(number);
        grew = steppedOver.delete(number);
      }
    }
  }
  return passed;
}

/** The steps that hold this one back: in place of one that is stepped over, those it waits for. In document order. */
export const waitsFor = (procedure: Procedure, run: Run, number: string): string[] =>
  holdingBack(procedure, run)(number);

/** The same for many steps of one run, which is gone through only once. */
export function holdingBack(procedure: Procedure, run: Run): (number: string) => string[] {
  const { predecessors } = outline(procedure);
  const passed = passedSteps(procedure, run);
  const skippable = new Set(
    pairs(procedure, run).flatMap(({ step, state }) => (isSteppedOver(run, step, state) ? [step.number] : [])),
  );
  return (number) => {
    const before = new Set(predecessors.get(number));
    // A set that grows while it is read: what is added is still visited, once.
    for (const earlier of before) {
      if (skippable.has(earlier)) for (const further of predecessors.get(earlier) ?? []) before.add(further);
    }
    const holds = (earlier: string) => before.has(earlier) && !passed.has(earlier) && !skippable.has(earlier);
    return run.steps.map((state) => state.number).filter(holds);
  };
}
