import type { Answer, Applicability, Condition } from "#lib/domain/condition.ts";

export type Evaluation = {
  applicability: Applicability;
  /** The facts that decided it, with the answers they had; empty when nothing was asked. */
  because: { fact: string; answer: Answer }[];
};

/** One fact against is enough to rule out; one unknown is enough to leave open; else all hold. */
export function evaluate(condition: Condition | undefined, facts: Readonly<Record<string, Answer>>): Evaluation {
  const terms = (condition?.all ?? []).map(({ fact, is }) => ({ fact, is, answer: facts[fact] ?? "unknown" }));
  const against = terms.filter((term) => term.answer !== "unknown" && term.answer !== term.is);
  if (against.length > 0) return { applicability: "not_applicable", because: answers(against) };
  const unknown = terms.filter((term) => term.answer === "unknown");
  if (unknown.length > 0) return { applicability: "undecided", because: answers(unknown) };
  return { applicability: "applicable", because: answers(terms) };
}

const answers = (terms: { fact: string; answer: Answer }[]) => terms.map(({ fact, answer }) => ({ fact, answer }));
