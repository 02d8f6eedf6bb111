import "server-only";
import type { SessionInfo } from "#lib/contract/sessions.ts";
import type { Person } from "#lib/domain/actor.ts";
import { db } from "#lib/server/db.ts";
import { AppError } from "#lib/server/errors.ts";
import { log } from "#lib/server/log.ts";
import { revokeAll } from "#lib/server/people/tokens.ts";
import { t } from "#lib/words/t.ts";

/** The sessions of a person that have not ended, the latest seen first. `current`: the token of the one that asks. */
export async function listSessions(userId: string, current: string | null): Promise<{ sessions: SessionInfo[] }> {
  const rows = await db().session.findMany({
    where: { userId, expiresAt: { gt: new Date() } },
    orderBy: [{ seenAt: "desc" }, { id: "desc" }],
    take: 200,
  });
  return {
    sessions: rows.map((row) => ({
      id: row.id,
      address: row.ipAddress || null,
      userAgent: row.userAgent || null,
      since: row.createdAt.toISOString(),
      seenAt: row.seenAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      current: row.token === current,
    })),
  };
}

/** Ends one of the person's own sessions at once. Throws `not_found`. */
export async function endSession(person: Person, id: string): Promise<undefined> {
  const { count } = await db().session.deleteMany({ where: { id, userId: person.id } });
  if (count === 0)
    throw new AppError("not_found", t("There is no such session of yours: it may have ended by itself."));
  log.info({ actor: person.id, session: id }, "a session was ended");
}

/** Ends every session of the person's own but the one with this token. */
export async function endOtherSessions(person: Person, keep: string | null): Promise<undefined> {
  const { count } = await db().session.deleteMany({ where: { userId: person.id, NOT: { token: keep ?? "" } } });
  log.info({ actor: person.id, sessions: count }, "other sessions were ended");
}

/** Ends one session of another person, or all of them, and then revokes their tokens, too. Throws `not_found` where that one is not there. */
export async function endSessionsOf(actor: Person, userId: string, id?: string): Promise<undefined> {
  const [sessions, tokens] = await db().$transaction(async (tx) => [
    await tx.session.deleteMany({ where: { userId, ...(id !== undefined && { id }) } }),
    id === undefined ? await revokeAll(tx, { userId }) : { count: 0 },
  ]);
  if (sessions.count === 0 && id !== undefined) {
    throw new AppError("not_found", t("There is no such session: it may have ended by itself."));
  }
  const ended = { sessions: sessions.count, tokens: tokens.count };
  log.info({ actor: actor.id, user: userId, ...ended }, "sessions of a person were ended");
}
