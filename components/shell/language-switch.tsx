"use client";

import { useChooseLanguage } from "#components/shell/use-choose-language.ts";
import { Segmented, type SegmentedOption } from "#components/ui/segmented.tsx";
import { type Locale, locale, localeNames, locales } from "#lib/words/language.ts";
import { t } from "#lib/words/t.ts";

const options: readonly SegmentedOption<Locale>[] = locales.map((value) => ({ value, label: localeNames[value] }));

/** Each language by its own name, for whoever cannot read the present one. */
export function LanguageSwitch({ signedIn }: { signedIn: boolean }) {
  const choose = useChooseLanguage(signedIn);
  return <Segmented label={t("Language")} options={options} value={locale()} onChange={choose} />;
}
