import "server-only";
import { randomBytes } from "node:crypto";
import type { ApiToken, NewToken } from "#lib/contract/tokens.ts";
import type { Person } from "#lib/domain/actor.ts";
import { can } from "#lib/domain/grants.ts";
import { TokenPermission } from "#lib/domain/roles.ts";
import { TOKEN_START, tokenHash } from "#lib/server/bearer.ts";
import { db } from "#lib/server/db.ts";
import { duplicateOf } from "#lib/server/duplicate.ts";
import { AppError } from "#lib/server/errors.ts";
import { log } from "#lib/server/log.ts";
import { uuidV7 } from "#lib/server/uuid-v7.ts";
import { t } from "#lib/words/t.ts";
import type { Prisma, ApiToken as TokenRow } from "#prisma/generated/client.ts";

const DAY = 86_400_000;
/** Enough for one person, and a list that is shown whole. */
const MOST = 50;

/** The tokens of a person that were not revoked, by name; those that have expired among them. */
export async function listTokens({ id }: { id: string }): Promise<{ tokens: ApiToken[] }> {
  const rows = await db().apiToken.findMany({
    where: { userId: id, revokedAt: null },
    orderBy: { name: "asc" },
    take: MOST,
  });
  return { tokens: rows.map(asToken) };
}

/**
 * Makes a token. Its secret is known only here and now. Throws `invalid_request` for what the owner may not do
 * themselves, `conflict` for a name that is taken or one token too many.
 */
export async function createToken(person: Person, asked: NewToken): Promise<{ token: ApiToken; secret: string }> {
  const beyond = asked.permissions.findIndex((permission) => !can(person.role, permission));
  if (beyond >= 0) {
    const message = t("you do not have {permission} yourself", { permission: asked.permissions[beyond] ?? "" });
    throw new AppError("invalid_request", t("A token may do no more than its owner: {fault}.", { fault: message }), {
      issues: [{ path: `permissions.${beyond}`, message }],
    });
  }
  const secret = TOKEN_START + randomBytes(32).toString("base64url");
  const row = await insert(person, asked, secret);
  log.info({ actor: person.id, token: row.id, permissions: row.permissions }, "an API token was made");
  return { token: asToken(row), secret };
}

async function insert(person: Person, { name, permissions, days }: NewToken, secret: string): Promise<TokenRow> {
  try {
    return await db().$transaction(async (tx) => {
      await tx.$queryRaw`select id from app_user where id = ${person.id}::uuid for update`;
      const living = await tx.apiToken.count({ where: { userId: person.id, revokedAt: null } });
      if (living >= MOST)
        throw new AppError("conflict", t("You have {most} tokens. Revoke one that is not used.", { most: MOST }));
      const expiresAt = new Date(Date.now() + days * DAY);
      const data = { id: uuidV7(), userId: person.id, name, tokenHash: tokenHash(secret), expiresAt };
      return tx.apiToken.create({ data: { ...data, permissions: [...new Set(permissions)] } });
    });
  } catch (error) {
    if (duplicateOf(error) !== "api_token_name_of_owner") throw error;
    throw new AppError("conflict", t("You already have a token with the name {name}. Revoke it first.", { name }));
  }
}

/** Revokes one of one's own tokens at once. Throws `not_found`. */
export async function revokeToken(person: Person, id: string): Promise<undefined> {
  const where = { id, userId: person.id, revokedAt: null };
  const { count } = await db().apiToken.updateMany({ where, data: { revokedAt: new Date() } });
  if (count === 0) throw new AppError("not_found", t("There is no such token of yours."));
  log.info({ actor: person.id, token: id }, "an API token was revoked");
}

/** Revokes a token of another person at once. Throws `not_found`. */
export async function revokeTokenOf(actor: Person, userId: string, id: string): Promise<undefined> {
  const { count } = await revokeAll(db(), { userId, id });
  if (count === 0) throw new AppError("not_found", t("There is no such token: it may have been revoked already."));
  log.info({ actor: actor.id, user: userId, token: id }, "an API token of a person was revoked");
}

/** Revokes what a person's programs come in with, in the caller's transaction: whoever is to be out is out by every way. */
export const revokeAll = (by: Pick<Prisma.TransactionClient, "apiToken">, of: { userId: string; id?: string }) =>
  by.apiToken.updateMany({ where: { ...of, revokedAt: null }, data: { revokedAt: new Date() } });

const asToken = (row: TokenRow): ApiToken => ({
  id: row.id,
  name: row.name,
  permissions: TokenPermission.array().parse(row.permissions),
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  usedAt: row.usedAt?.toISOString() ?? null,
  usedFrom: row.usedFrom,
});
