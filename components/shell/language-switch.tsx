"use client";

import { useMutation } from "@tanstack/react-query";
import { rememberPreference } from "#components/shell/preferences.ts";
import { Segmented, type SegmentedOption } from "#components/ui/segmented.tsx";
import { call } from "#lib/client/api.ts";
import { type Locale, locale, localeNames, locales } from "#lib/words/language.ts";
import { t } from "#lib/words/t.ts";

const options: readonly SegmentedOption<Locale>[] = locales.map((value) => ({ value, label: localeNames[value] }));

/** Each language by its own name, for whoever cannot read the present one. Who is signed in is also written to in it. */
export function LanguageSwitch({ signedIn }: { signedIn: boolean }) {
  const { mutate } = useMutation({
    mutationFn: (locale: Locale) => call("PUT /api/session/language", { body: { locale } }),
    onSettled: () => window.location.reload(),
  });
  const choose = (chosen: Locale) => {
    rememberPreference("locale", chosen);
    if (signedIn) mutate(chosen);
    else window.location.reload();
  };
  return <Segmented label={t("Language")} options={options} value={locale()} onChange={choose} />;
}
