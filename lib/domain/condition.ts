import { z } from "zod";
import { t } from "#lib/words/t.ts";

/** What a run answers to a fact of its procedure. */
export const Answer = z.enum(["yes", "no", "unknown"]);
export type Answer = z.infer<typeof Answer>;

/** Not "constructor": records are indexed by it, and every object has that one already. */
export const FactKey = z.string().regex(/^(?!constructor$)[a-z][a-z0-9_]{0,63}$/, {
  error: () => t('lower-case letters, digits and _, at most 64, not "constructor"'),
});

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
