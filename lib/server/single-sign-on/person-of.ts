import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/domain/actor.ts";
import type { Role } from "#lib/domain/roles.ts";
import { db } from "#lib/server/db.ts";
import { duplicateOf } from "#lib/server/duplicate.ts";
import { log } from "#lib/server/log.ts";
import { normalEmail, normalName } from "#lib/server/people/accounts.ts";
import type { Claims } from "#lib/server/single-sign-on/provider.ts";
import { providerIdOf, type Settings } from "#lib/server/single-sign-on/settings.ts";
import { uuidV7 } from "#lib/server/uuid-v7.ts";
import { told } from "#lib/words/told.ts";
import type { Prisma } from "#prisma/generated/client.ts";

export type Found =
  | { ok: true; user: { id: string; email: string } }
  | { ok: false; problem: "no_role" | "no_email" | "email_taken" | "somebody_else" };

/**
 * The person that the provider tells of, made at the first sign-in. Known by issuer and subject alone: an e-mail address
 * that somebody has here already is never taken for them. The role is that of the groups, anew each time.
 */
export async function personOf(settings: Settings, claims: Claims): Promise<Found> {
  const role = settings.roles.find(({ group }) => claims.groups.includes(group))?.role;
  if (!role) return { ok: false, problem: "no_role" };
  const key = { providerId: providerIdOf(settings), accountId: claims.subject };
  const known = await db().account.findUnique({ where: { providerId_accountId: key }, include: { user: true } });
  if (known) return { ok: true, user: await renew(known.user, role, claims) };
  const email = z
    .email()
    .max(200)
    .safeParse(claims.email && normalEmail(claims.email));
  if (!email.success) return { ok: false, problem: "no_email" };
  try {
    const name = nameIn(claims) ?? email.data;
    const user = await db().user.create({
      data: { id: uuidV7(), name, email: email.data, role, emailVerified: true, accounts: { create: key } },
    });
    log.info({ user: user.id, role }, "a person came by single sign-on for the first time");
    return { ok: true, user };
  } catch (error) {
    if (duplicateOf(error) === "app_user_email_key") return { ok: false, problem: "email_taken" };
    throw error;
  }
}

/**
 * Joins the person that the provider tells of to one that is here, who asked for it and showed the password; the e-mail
 * address may be another. From then on name and role are the provider's.
 */
export async function join(settings: Settings, claims: Claims, userId: string): Promise<Found> {
  const role = settings.roles.find(({ group }) => claims.groups.includes(group))?.role;
  if (!role) return { ok: false, problem: "no_role" };
  const key = { providerId: providerIdOf(settings), accountId: claims.subject };
  const found = { where: { providerId_accountId: key }, include: { user: true } };
  const { user } = await db().account.upsert({ ...found, create: { ...key, userId }, update: {} });
  if (user.id !== userId) return { ok: false, problem: "somebody_else" };
  log.info({ user: userId, subject: claims.subject }, "a person was joined to one of the provider");
  return { ok: true, user: await renew(user, role, claims) };
}

const nameIn = ({ name }: Claims): string | null => (name === null ? null : normalName(name).slice(0, 80));

const provider: Actor = { kind: "system", name: told("account changes") };

/** As the provider has the person now. The last administrator stays one: nobody else could make another. */
async function renew(user: Prisma.UserModel, role: Role, claims: Claims): Promise<Prisma.UserModel> {
  return db().$transaction(async (tx) => {
    const administrators = await tx.$queryRaw<{ id: string }[]>`
      select id from app_user where role = 'administrator' and disabled_at is null order by id for update`;
    const isLast = administrators.length === 1 && administrators[0]?.id === user.id;
    const kept = isLast ? "administrator" : role;
    if (kept !== role) log.warn({ user: user.id, role }, "the last administrator keeps the role");
    const name = nameIn(claims) ?? user.name;
    if (kept === user.role && name === user.name) return user;
    const changedBy = kept !== user.role && { changedBy: provider };
    return tx.user.update({ where: { id: user.id }, data: { role: kept, name, ...changedBy } });
  });
}
