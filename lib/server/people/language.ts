import "server-only";
import type { Person } from "#lib/domain/actor.ts";
import { database, db } from "#lib/server/db.ts";
import { cookieOfRequest } from "#lib/server/http/cookie.ts";
import { asLocale, LOCALE_COOKIE, type Locale } from "#lib/words/language.ts";
import { asZone, ZONE_COOKIE } from "#lib/words/zone.ts";

/** The language that a person is written to in, from now on. */
export async function setLanguage({ id }: Person, locale: Locale): Promise<undefined> {
  await db().user.update({ where: { id }, data: { locale } });
}

/**
 * Who signs in where a language was chosen before, and chose none for themselves yet, is written to in that one; and with
 * times in the zone of the first browser that told its own, until they choose another.
 */
export async function keepLanguageAndZone(request: Request, userId: string): Promise<void> {
  const locale = asLocale(cookieOfRequest(request, LOCALE_COOKIE)) ?? null;
  const zone = asZone(cookieOfRequest(request, ZONE_COOKIE)) ?? null;
  await database().pool.query(
    `update app_user set locale = coalesce(locale, $2), zone = coalesce(zone, $3)
     where id = $1 and (locale is null and $2::text is not null or zone is null and $3::text is not null)`,
    [userId, locale, zone],
  );
}
