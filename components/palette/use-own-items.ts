"use client";

import { type Theme, themes } from "#components/shell/preferences.ts";
import { useTheme } from "#components/shell/theme.tsx";
import { themeWords } from "#components/shell/theme-words.ts";
import { useChooseLanguage } from "#components/shell/use-choose-language.ts";
import type { PaletteItem } from "#lib/client/palette/palette.ts";
import { locale, localeNames, locales } from "#lib/words/language.ts";
import { t } from "#lib/words/t.ts";

/** What somebody chooses for themselves: the theme, the language, and the way out. */
export function useOwnItems(signedIn: boolean, onSignOut: () => void): PaletteItem[] {
  const { theme, choose } = useTheme();
  const speak = useChooseLanguage(signedIn);
  const own = (words: string, act: () => void): PaletteItem => ({ id: words, group: "Yours", words, act });
  const themeItem = (each: Theme) => own(t("Theme: {theme}", { theme: t(themeWords[each]) }), () => choose(each));
  return [
    ...themes.filter((each) => each !== theme).map(themeItem),
    ...locales
      .filter((each) => each !== locale())
      .map((each) => own(t("Language: {language}", { language: localeNames[each] }), () => speak(each))),
    ...(signedIn ? [own(t("Sign out"), onSignOut)] : []),
  ];
}
