import "server-only";
import type { ListedUser, User } from "#lib/contract/people.ts";
import type { Person } from "#lib/domain/actor.ts";
import type { Role } from "#lib/domain/roles.ts";
import { db } from "#lib/server/db.ts";
import { AppError } from "#lib/server/errors.ts";
import { log } from "#lib/server/log.ts";
import { EVERYTHING, type Page, pageOf } from "#lib/server/page.ts";
import {
  asUser,
  CREDENTIAL,
  insertAccount,
  type NewAccount,
  normalEmail,
  normalGroups,
  normalName,
  normalTelephone,
  orTaken,
} from "#lib/server/people/accounts.ts";
import { revokeAll } from "#lib/server/people/tokens.ts";
import { providerIdOf, singleSignOnSettings } from "#lib/server/single-sign-on/settings.ts";
import { t } from "#lib/words/t.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** Everybody who can or could sign in, by name. */
export async function listUsers({
  after,
  limit,
}: Page = EVERYTHING): Promise<{ users: ListedUser[]; next: string | null }> {
  const rows = await db().user.findMany({
    ...(after !== undefined && { cursor: { email: after }, skip: 1 }),
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: limit + 1,
    include: { secondFactor: { select: { confirmedAt: true } }, accounts: { select: { providerId: true } } },
  });
  const { page, next } = pageOf(rows, limit, ({ email }) => email);
  const provider = singleSignOnSettings();
  const users = page.map((row) => {
    const ways = row.accounts.map(({ providerId }) => providerId);
    return {
      ...asUser(row),
      secondFactor: row.secondFactor?.confirmedAt != null,
      password: ways.includes(CREDENTIAL),
      singleSignOn: provider && ways.includes(providerIdOf(provider)) ? provider.name : null,
    };
  });
  return { users, next };
}

/** Adds a person. Throws `conflict` when the e-mail address is taken. */
export async function createUser(actor: Person, account: NewAccount): Promise<User> {
  const user = await db().$transaction((tx) => insertAccount(tx, account));
  log.info({ actor: actor.id, user: user.id, role: user.role }, "a user was added");
  return user;
}

export type UserChange = {
  name?: string | undefined;
  email?: string | undefined;
  role?: Role | undefined;
  telephone?: string | undefined;
  groups?: readonly string[] | undefined;
  disabled?: boolean | undefined;
  seen?: string | undefined;
};

/**
 * Changes a person. Who is disabled is signed out at once, and their tokens are revoked. What is still to be sent to an
 * address goes to the new one. Throws `not_found`, and `conflict` when nobody would be left to administer the console,
 * somebody else was first or has that address.
 */
export async function changeUser(actor: Person, id: string, change: UserChange): Promise<User> {
  const email = change.email === undefined ? undefined : normalEmail(change.email);
  const write = db().$transaction(async (tx) => {
    const loses = change.disabled === true || (change.role !== undefined && change.role !== "administrator");
    if (loses) await keepAnAdministrator(tx, id);
    const before = await tx.user.findUnique({ where: { id } });
    if (!before) throw new AppError("not_found", t("There is no such user."));
    const now = new Date();
    // Also when enabled again: a session or a token of the very moment of disabling must not come back to life.
    if (change.disabled !== undefined) await tx.session.deleteMany({ where: { userId: id } });
    if (change.disabled || (change.disabled === false && before.disabledAt)) await revokeAll(tx, { userId: id });
    const isOther = (change.role ?? before.role) !== before.role || change.disabled === (before.disabledAt === null);
    const [changed] = await tx.user.updateManyAndReturn({
      where: { id, ...(change.seen !== undefined && { updatedAt: change.seen }) },
      data: {
        // Open runs that wait for them are told of it.
        ...(isOther && { changedBy: actor }),
        ...(change.name !== undefined && { name: normalName(change.name) }),
        ...(email !== undefined && { email }),
        ...(change.role !== undefined && { role: change.role }),
        ...(change.telephone !== undefined && { telephone: normalTelephone(change.telephone) }),
        ...(change.groups !== undefined && { groups: normalGroups(change.groups) }),
        ...(change.disabled !== undefined && { disabledAt: change.disabled ? (before.disabledAt ?? now) : null }),
      },
    });
    if (!changed)
      throw new AppError("conflict", t("Somebody has changed this person since you opened it. Open it again."));
    if (changed.email !== before.email) await redirectMessages(tx, changed);
    return changed;
  });
  const user = await write.catch((error: unknown) => {
    throw orTaken(error, email ?? "");
  });
  const { telephone, email: _email, seen: _seen, ...told } = change;
  const given = { telephone: telephone !== undefined, email: email !== undefined };
  log.info({ actor: actor.id, user: id, change: told, ...given }, "a user was changed");
  return asUser(user);
}

const redirectMessages = (tx: Prisma.TransactionClient, { id, email }: { id: string; email: string }) =>
  tx.noticeDelivery.updateMany({ where: { userId: id, state: "waiting" }, data: { email } });

/** Locks the administrators until the transaction ends, so that two cannot remove each other at the same time. */
async function keepAnAdministrator(tx: Prisma.TransactionClient, leaving: string): Promise<void> {
  const administrators = await tx.$queryRaw<{ id: string }[]>`
    select id from app_user where role = 'administrator' and disabled_at is null order by id for update`;
  if (administrators.length === 1 && administrators[0]?.id === leaving) {
    throw new AppError("conflict", t("This is the last active administrator. Make somebody else administrator first."));
  }
}
