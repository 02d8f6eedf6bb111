import type { Answer, Applicability } from "#lib/domain/condition.ts";
import { evaluate } from "#lib/domain/evaluate.ts";
import { factLabel } from "#lib/domain/outline.ts";
import type { Procedure, Step, SubStep } from "#lib/domain/procedure.ts";
import { standing } from "#lib/domain/run/standing.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { row, t } from "#lib/words/t.ts";

/** Whether a step applies, and the answers that decided it. */
export type Judgement = {
  applicability: Applicability;
  terms: { label: string; answer: Answer }[];
  leftOutOfDrills: boolean;
  onlyInDrills: boolean;
};

/** Null where nothing was to be decided: the step is always performed. */
export function judgement(procedure: Procedure, run: Pick<Run, "mode" | "facts">, step: Step): Judgement | null {
  const { applicability, because, leftOutOfDrills, onlyInDrills } = standing(run, step);
  if (because.length === 0 && !leftOutOfDrills && !onlyInDrills) return null;
  const terms = because.map(({ fact, answer }) => ({ label: factLabel(procedure, fact), answer }));
  return { applicability, terms, leftOutOfDrills, onlyInDrills };
}

/** "Source site operating: no". */
export const termWords = ({ terms, leftOutOfDrills, onlyInDrills }: Judgement): string =>
  leftOutOfDrills ? t("left out of drills") : onlyInDrills ? t("cleans up after drills only") : answerWords(terms);

const answerWords = (terms: Judgement["terms"]): string =>
  row(terms.map(({ label, answer }) => `${label}: ${t(answer)}`));

/** The same of a line of a step. */
export const lineTermWords = (procedure: Procedure, { facts }: Pick<Run, "facts">, { condition }: SubStep): string =>
  answerWords(
    evaluate(condition, facts).because.map(({ fact, answer }) => ({ label: factLabel(procedure, fact), answer })),
  );
