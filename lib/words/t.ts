import type { Sentence } from "#lib/words/japanese.ts";
import { intlLocale, locale, reader } from "#lib/words/language.ts";

export type Names<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
/** A sentence without a value in it: what a table of words holds. */
export type PlainSentence = { [S in Sentence]: [Names<S>] extends [never] ? S : never }[Sentence];

export type Values<Name extends string, Value> = [Name] extends [never] ? [] : [values: Readonly<Record<Name, Value>>];
export type Word = string | number;

/**
 * A sentence in the language of the reader. `sentence` is the English one, which is the key of the catalogue, with
 * `{name}` where a value stands: `t("Step {step} is ready", { step: "4" })`. A sentence without its Japanese does not
 * compile.
 */
export function t<S extends Sentence>(sentence: S, ...[values]: Values<Names<S>, Word>): string {
  return fill(translated(sentence), values);
}

/**
 * The same with a number, which English tells in two ways: `tn("{count} step", "{count} steps", 3)`. Only `other` is a
 * key of the catalogue: Japanese has one way.
 */
export function tn<S extends Sentence>(
  one: string,
  other: S,
  count: number,
  ...[values]: Values<Exclude<Names<S>, "count">, Word>
): string {
  const { catalogue } = reader();
  const told = catalogue?.[other] ?? (count === 1 ? one : other);
  return fill(told, { ...(values as Readonly<Record<string, Word>> | undefined), count });
}

/** The same in pieces, where a value is more than text: a link, a key, a time. */
export function pieces<S extends Sentence, Value>(
  sentence: S,
  values: Readonly<Record<Names<S>, Value>>,
): (string | Value)[] {
  const given: Readonly<Record<string, Value>> = values;
  return translated(sentence)
    .split(/(\{\w+\})/)
    .flatMap((piece): (string | Value)[] => {
      const name = /^\{(\w+)\}$/.exec(piece)?.[1];
      if (name === undefined || !(name in given)) return piece === "" ? [] : [piece];
      return [given[name] as Value];
    });
}

/** "1, 2 and 3". */
export const listed = (items: readonly string[], type: "conjunction" | "disjunction" = "conjunction"): string =>
  new Intl.ListFormat(intlLocale(), { type }).format(items);

/** "1 and 2 and 3", as conditions are told. */
export const severally = (items: readonly string[], word: "and" | "or"): string =>
  items.join(locale() === "ja" ? (word === "and" ? "、" : " または ") : ` ${word} `);

/** "1, 2, 3", where no "and" is meant. `mark` is the English one. */
export const row = (items: readonly string[], mark: ", " | "; " | " and " | ", and " = ", "): string =>
  items.join(locale() === "ja" ? "、" : mark);

/** Sentences one after another; what is empty is left out. */
export const joined = (...sentences: readonly (string | false | null | undefined)[]): string =>
  sentences.reduce<string>(
    (told, next) => (next ? (told === "" ? next : `${told}${gapAfter(told)}${next}`) : told),
    "",
  );

/** What stands after a sentence: a Japanese full stop brings its own room. `said` is its text, where that is known. */
export const gapAfter = (said: unknown): string =>
  (typeof said === "string" ? /[。！？]$/.test(said) : locale() === "ja") ? "" : " ";

const translated = (sentence: string): string => reader().catalogue?.[sentence] ?? sentence;

export const fill = (sentence: string, values: Readonly<Record<string, Word>> = {}): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) => (name in values ? String(values[name]) : place));
