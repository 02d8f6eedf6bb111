import { z } from "zod";

/** What a run answers to a fact of its procedure. */
export const Answer = z.enum(["yes", "no", "unknown"]);
export type Answer = z.infer<typeof Answer>;

/** Not "constructor": records are indexed by it, and every object has that one already. */
export const FactKey = z
  .string()
  .regex(/^(?!constructor$)[a-z][a-z0-9_]{0,63}$/, 'lower-case letters, digits and _, at most 64, not "constructor"');

/** Holds when every named fact has the named answer. */
export const Condition = z.strictObject({
  all: z
    .array(z.strictObject({ fact: FactKey, is: z.enum(["yes", "no"]) }))
    .min(1)
    .max(8),
});
export type Condition = z.infer<typeof Condition>;

/** `undecided` until every fact that could still rule it out is known. Never a status: facts may change. */
export const Applicability = z.enum(["applicable", "not_applicable", "undecided"]);
export type Applicability = z.infer<typeof Applicability>;

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
