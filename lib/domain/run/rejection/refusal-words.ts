import { faultWords, type Wrong } from "#lib/domain/input.ts";
import { row, t, tn } from "#lib/words/t.ts";

/** What the sentences of refusals are made of. */

/** "steps 1, 2". */
export const stepList = (numbers: readonly string[]): string =>
  tn("step {numbers}", "steps {numbers}", numbers.length, { numbers: row(numbers) });

export const wrongWords = (wrong: readonly Wrong[]): string =>
  t("{faults}.", {
    faults: row(wrong.map(({ name, fault }) => t("{name} {fault}", { name, fault: faultWords(fault) }))),
  });

/** The first word of a sentence. */
export const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
