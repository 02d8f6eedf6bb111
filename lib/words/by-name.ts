import { intlLocale } from "#lib/words/language.ts";

type Named = { name: string };

const collators = new Map<string, Intl.Collator>();

/** As a reader of the language looks for a name: capitals and accents are no other letters. */
export function byName(one: Named, other: Named): number {
  const language = intlLocale();
  const collator = collators.get(language) ?? new Intl.Collator(language, { numeric: true });
  collators.set(language, collator);
  return collator.compare(one.name, other.name);
}
