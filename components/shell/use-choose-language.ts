"use client";

import { useMutation } from "@tanstack/react-query";
import { rememberPreference } from "#components/shell/preferences.ts";
import { call } from "#lib/client/api.ts";
import type { Locale } from "#lib/words/language.ts";

/** Kept by this browser. Who is signed in is also written to in it. */
export function useChooseLanguage(signedIn: boolean): (chosen: Locale) => void {
  const { mutate } = useMutation({
    mutationFn: (locale: Locale) => call("PUT /api/session/language", { body: { locale } }),
    onSettled: () => window.location.reload(),
  });
  return (chosen) => {
    rememberPreference("locale", chosen);
    if (signedIn) mutate(chosen);
    else window.location.reload();
  };
}
