import { LOCALE_COOKIE } from "#lib/words/language.ts";
import { ZONE_COOKIE } from "#lib/words/zone.ts";

/** What a browser remembers for itself, in cookies the server can read: so the first paint is already right. */
export const preferenceCookies = {
  theme: "theme",
  zone: ZONE_COOKIE,
  choices: "choices",
  locale: LOCALE_COOKIE,
} as const;

export const themes = ["system", "light", "dark", "contrast"] as const;
export type Theme = (typeof themes)[number];

export function asTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? "system";
}

const year = 365 * 24 * 60 * 60;

export function rememberPreference(name: keyof typeof preferenceCookies, value: string): void {
  const cookie = `${preferenceCookies[name]}=${encodeURIComponent(value)}; Path=/; Max-Age=${year}; SameSite=Lax`;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers we support
  document.cookie = cookie;
}
