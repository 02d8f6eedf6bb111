"use client";

import { useMutation } from "@tanstack/react-query";
import { type ReactNode, use } from "react";
import { rememberPreference } from "#components/shell/preferences.ts";
import { Segmented, type SegmentedOption } from "#components/ui/segmented.tsx";
import { call } from "#lib/client/api.ts";
import { type Locale, locale, localeNames, locales, readFrom } from "#lib/words/language.ts";
import { t } from "#lib/words/t.ts";

const isBrowser = typeof document !== "undefined";

/** Only a page that is not English loads sentences, once; at once where the server says so in what it drew. */
let arriving = isBrowser && document.documentElement.lang === "ja" ? loadJapanese() : null;

async function loadJapanese(): Promise<void> {
  const { japaneseReader } = await import("#lib/words/japanese.ts");
  readFrom(() => japaneseReader);
}

/** Holds the page as the server drew it until its sentences are here. */
export function Language({ locale: wanted, children }: { locale: Locale; children: ReactNode }) {
  if (isBrowser && wanted === "ja") {
    // Of a page that is not found the server draws nothing, not even its language.
    arriving ??= loadJapanese();
    use(arriving);
  }
  return children;
}

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
