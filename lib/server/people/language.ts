import "server-only";
import type { Person } from "#lib/domain/actor.ts";
import { database } from "#lib/server/db.ts";
import { cookieOfRequest } from "#lib/server/http/cookie.ts";
import { asLocale, LOCALE_COOKIE, type Locale, preferredLocale } from "#lib/words/language.ts";
import { asZone, ZONE_COOKIE } from "#lib/words/zone.ts";

/** The language that a person is written to in, from now on. */
export async function setLanguage({ id }: Person, locale: Locale): Promise<undefined> {
  // When they were changed is about what an administrator changes.
  await database().pool.query("update app_user set locale = $2 where id = $1", [id, locale]);
}

/**
 * Who chose no language for themselves yet is written to in the one that the pages of their first sign-in are in, also where
 * it is only what their browser prefers; and with times in the zone of the first browser that told its own, until they
 * choose another.
 */
export async function keepLanguageAndZone(request: Request, userId: string): Promise<void> {
  const accepted = request.headers.get("accept-language") ?? undefined;
  // A program that says no language has none: it chooses nothing for its owner.
  const preferred = accepted === undefined ? null : preferredLocale(undefined, accepted);
  const locale = asLocale(cookieOfRequest(request, LOCALE_COOKIE)) ?? preferred;
  const zone = asZone(cookieOfRequest(request, ZONE_COOKIE)) ?? null;
  await database().pool.query(
    `update app_user set locale = coalesce(locale, $2), zone = coalesce(zone, $3)
     where id = $1 and (locale is null and $2::text is not null or zone is null and $3::text is not null)`,
    [userId, locale, zone],
  );
}
