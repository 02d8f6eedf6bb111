/** The languages of the console: https://www.rfc-editor.org/info/bcp47 */
export const locales = ["en", "ja"] as const;
export type Locale = (typeof locales)[number];

export const localeNames: Readonly<Record<Locale, string>> = { en: "English", ja: "日本語" };

/** Where a browser keeps what its reader chose. */
export const LOCALE_COOKIE = "locale";

/** Sentences of another language by the English ones. */
export type Catalogue = Readonly<Record<string, string>>;

/** Who reads, the catalogue of the language, and of it what is kept in English; none for English itself. */
export type Reader = { locale: Locale; catalogue?: Catalogue; told?: Catalogue };

/** Pages, routes and instrumentation are bundled apart, and have one reader. */
const key = Symbol.for("switchover.reader");
const shared = globalThis as unknown as { [key]?: () => Reader };

const ENGLISH: Reader = { locale: "en" };

/** Says where the reader is known from: on a server the request, in a browser the page. Until then all read English. */
export function readFrom(source: () => Reader): void {
  shared[key] = source;
}

export const reader = (): Reader => shared[key]?.() ?? ENGLISH;

export const locale = (): Locale => reader().locale;

/** What Intl formats with: `en-GB` has the day before the month, and 24 hours. */
export const intlLocale = (): string => (locale() === "ja" ? "ja-JP" : "en-GB");

export const asLocale = (value: string | undefined): Locale | undefined => locales.find((known) => known === value);

/** The language to answer in: what the reader chose, else the first known one of Accept-Language (RFC 9110, 12.5.4). */
export function preferredLocale(chosen: string | undefined, acceptLanguage: string | undefined): Locale {
  return asLocale(chosen) ?? firstKnown(acceptLanguage ?? "") ?? "en";
}

function firstKnown(acceptLanguage: string): Locale | undefined {
  const ranges = acceptLanguage.split(",").map((range) => {
    const [tag = "", ...parameters] = range.trim().toLowerCase().split(";");
    const weight = parameters.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find((q) => q !== undefined);
    return { locale: asLocale(tag.split("-")[0]), weight: weight === undefined ? 1 : Number(weight) };
  });
  return ranges
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .find((range) => range.locale)?.locale;
}
