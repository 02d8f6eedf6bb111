import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { config, locales as zodLocales } from "zod";
import { japaneseReader } from "#lib/words/japanese.ts";
import { LOCALE_COOKIE, type Locale, locale, preferredLocale, type Reader, readFrom } from "#lib/words/language.ts";

/** Pages, routes and instrumentation are bundled apart, and share one storage. */
const key = Symbol.for("switchover.language");
const shared = globalThis as unknown as { [key]?: AsyncLocalStorage<Locale> };

const readers: Record<Locale, Reader> = { en: { locale: "en" }, ja: japaneseReader };

function storage(): AsyncLocalStorage<Locale> {
  if (shared[key]) return shared[key];
  const made = new AsyncLocalStorage<Locale>();
  shared[key] = made;
  readFrom(() => readers[made.getStore() ?? "en"]);
  explainFieldsInTheirLanguage();
  return made;
}

/** Call once when the web process starts, before it listens: every request is then answered in its reader's language. */
export function answerInLanguage(): void {
  if (shared[key]) return;
  const languages = storage();
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    languages.enterWith(localeOf(request.headers));
  });
}

/** What `tell` says in a language, whoever asks: for messages to somebody else. */
export const inLanguage = <T>(language: Locale, tell: () => T): T => storage().run(language, tell);

/** The language of a request: its cookie, else its Accept-Language, else English. */
export function localeOf({ cookie = "", "accept-language": accepted }: IncomingHttpHeaders): Locale {
  const chosen = new RegExp(`(?:^|;\\s*)${LOCALE_COOKIE}=([^;]*)`).exec(cookie)?.[1];
  return preferredLocale(chosen, accepted);
}

/** The faults of fields that zod words itself. */
function explainFieldsInTheirLanguage(): void {
  const explain = { en: zodLocales.en().localeError, ja: zodLocales.ja().localeError };
  config({ localeError: (issue) => explain[locale()](issue) });
}
