import type { Applicability } from "#lib/domain/condition.ts";
import type { Procedure, Step, SubStep } from "#lib/domain/procedure.ts";
import { type ShownState, shownState } from "#lib/domain/run/digest.ts";
import { isSettled, pairs } from "#lib/domain/run/standing.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { subStepApplicability } from "#lib/domain/run/sub-steps.ts";
import type { Sentence } from "#lib/words/japanese.ts";
import { type PlainSentence, row, t } from "#lib/words/t.ts";

/** Which steps and sub-steps the answer to a fact decides, by number. */
export const decidedBy = (procedure: Procedure, fact: string): string[] =>
  procedure.phases.flatMap((phase) =>
    phase.steps.flatMap((step) => [
      ...(asks(step, fact) ? [step.number] : []),
      ...step.subSteps.filter((sub) => asks(sub, fact)).map((sub) => sub.number),
    ]),
  );

const asks = ({ condition }: Pick<Step | SubStep, "condition">, fact: string): boolean =>
  condition?.all.some((term) => term.fact === fact) ?? false;

/** What an answer would make of the steps and lines it decides: "step 7 applies, step 11.2 does not apply". */
export function consequenceOf(
  procedure: Procedure,
  run: Run,
  answered: { fact: string; answer: "yes" | "no" },
): string {
  const supposed = { ...run, facts: { ...run.facts, [answered.fact]: answered.answer } };
  const said = pairs(procedure, run).flatMap(({ step, state }) => {
    const shown = shownState(supposed, step, state);
    const lines = step.subSteps.filter((line) => asks(line, answered.fact));
    return [
      ...(asks(step, answered.fact) ? [t(verbs[shown] ?? "step {step} stays as it is", { step: step.number })] : []),
      ...(shown === "not_applicable" || isSettled(supposed, step, state) ? [] : lines).map((line) =>
        t(lineVerbs[subStepApplicability(supposed, line)], { step: line.number }),
      ),
    ];
  });
  return row(said);
}

type OfStep = Extract<Sentence, `step {step} ${string}`>;
const verbs: Partial<Record<ShownState, OfStep>> = {
  not_started: "step {step} applies",
  ready: "step {step} applies",
  not_applicable: "step {step} does not apply",
  undecided: "step {step} stays undecided",
};

const lineVerbs: Record<Applicability, OfStep> = {
  applicable: "step {step} applies",
  not_applicable: "step {step} does not apply",
  undecided: "step {step} stays undecided",
};

export const resultWords = {
  applicable: "applicable",
  not_applicable: "not applicable",
  undecided: "to be decided",
} as const satisfies Record<string, PlainSentence>;
