import "server-only";
import type { Person } from "#lib/domain/actor.ts";
import { database, db } from "#lib/server/db.ts";
import { cookieOfRequest } from "#lib/server/http/cookie.ts";
import { asLocale, LOCALE_COOKIE, type Locale } from "#lib/words/language.ts";

/** The language that a person is written to in, from now on. */
export async function setLanguage({ id }: Person, locale: Locale): Promise<undefined> {
  await db().user.update({ where: { id }, data: { locale } });
}

/** Who signs in where a language was chosen before, and chose none for themselves yet, reads that one. */
export async function keepChosenLanguage(request: Request, userId: string): Promise<void> {
  const chosen = asLocale(cookieOfRequest(request, LOCALE_COOKIE));
  if (!chosen) return;
  await database().pool.query("update app_user set locale = $2 where id = $1 and locale is null", [userId, chosen]);
}
