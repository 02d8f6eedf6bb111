import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { config, locales as zodLocales } from "zod";
import { cookieIn } from "#lib/server/http/cookie.ts";
import { clockFrom } from "#lib/words/clock.ts";
import { japaneseReader } from "#lib/words/japanese.ts";
import { LOCALE_COOKIE, type Locale, locale, preferredLocale, type Reader, readFrom } from "#lib/words/language.ts";
import { asZone, readersZone, UTC, ZONE_COOKIE, zoneFrom } from "#lib/words/zone.ts";

/** Pages, routes and instrumentation are bundled apart, and share one storage. */
const key = Symbol.for("switchover.language");
const shared = globalThis as unknown as { [key]?: AsyncLocalStorage<Asked> };

/** Who asks: what they read, and where they are. */
type Asked = { locale: Locale; zone: string };

const readers: Record<Locale, Reader> = { en: { locale: "en" }, ja: japaneseReader };

function storage(): AsyncLocalStorage<Asked> {
  if (shared[key]) return shared[key];
  const made = new AsyncLocalStorage<Asked>();
  shared[key] = made;
  readFrom(() => readers[made.getStore()?.locale ?? "en"]);
  zoneFrom(() => made.getStore()?.zone ?? UTC);
  clockFrom(Date.now);
  explainFieldsInTheirLanguage();
  return made;
}

/** Call once when the web process starts, before it listens: every request is then answered in its reader's language and zone. */
export function answerInLanguage(): void {
  if (shared[key]) return;
  const asked = storage();
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    asked.enterWith({ locale: localeOf(request.headers), zone: zoneOf(request.headers) });
  });
}

/** What `tell` says in a language, whoever asks: for messages to somebody else. */
export const inLanguage = <T>(language: Locale, tell: () => T): T =>
  storage().run({ locale: language, zone: readersZone() }, tell);

/** What `tell` says in a zone; in that of whoever asks where none is given. */
export const inZone = <T>(zone: string | undefined, tell: () => T): T =>
  storage().run({ locale: locale(), zone: zone ?? readersZone() }, tell);

/** What `tell` says to somebody else, in their language and zone. */
export const toReceiver = <T>(receiver: Asked, tell: () => T): T => storage().run(receiver, tell);

/** The language of a request: its cookie, else its Accept-Language, else English. */
const localeOf = ({ cookie = "", "accept-language": accepted }: IncomingHttpHeaders): Locale =>
  preferredLocale(cookieIn(cookie, LOCALE_COOKIE), accepted);

/** The zone of a request: its cookie, else UTC. */
const zoneOf = ({ cookie = "" }: IncomingHttpHeaders): string => asZone(cookieIn(cookie, ZONE_COOKIE)) ?? UTC;

/** The faults of fields that zod words itself. */
function explainFieldsInTheirLanguage(): void {
  const explain = { en: zodLocales.en().localeError, ja: zodLocales.ja().localeError };
  config({ localeError: (issue) => explain[locale()](issue) });
}
