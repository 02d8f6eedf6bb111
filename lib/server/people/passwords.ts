import "server-only";
import { hashPassword, verifyPassword } from "better-auth/crypto";
import type { Person } from "#lib/domain/actor.ts";
import { db } from "#lib/server/db.ts";
import { AppError } from "#lib/server/errors.ts";
import { log } from "#lib/server/log.ts";
import { CREDENTIAL } from "#lib/server/people/accounts.ts";
import { refuseCommonPassword } from "#lib/server/people/common-passwords.ts";
import { signInLimit } from "#lib/server/people/sign-in-limit.ts";
import { revokeAll } from "#lib/server/people/tokens.ts";
import { t } from "#lib/words/t.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** Gives a person a new password, ends their sessions and revokes their tokens. Throws `not_found`, and `conflict` for who has none here. */
export async function resetPassword(actor: Person, id: string, password: string): Promise<undefined> {
  refuseCommonPassword("password", password);
  const hash = await hashPassword(password);
  await db().$transaction(async (tx) => {
    const changed = await tx.account.updateMany({
      where: { userId: id, providerId: CREDENTIAL },
      data: { password: hash },
    });
    if (changed.count === 0) throw await whyNoPassword(id, tx);
    await tx.session.deleteMany({ where: { userId: id } });
    await revokeAll(tx, { userId: id });
  });
  log.info({ actor: actor.id, user: id }, "a password was reset");
}

async function whyNoPassword(id: string, by: Pick<Prisma.TransactionClient, "user">): Promise<AppError> {
  const user = await by.user.findUnique({ where: { id }, select: { name: true } });
  if (!user) return new AppError("not_found", t("There is no such user."));
  return new AppError(
    "conflict",
    t("{name} has no password in this console: they sign in elsewhere.", { name: user.name }),
  );
}

type OwnChange = {
  current: string;
  next: string;
  /** The token of the session that goes on. */
  keep: string | null;
};

/** Changes one's own password and ends one's other sessions. Guesses at the current one are limited like sign-ins. */
export async function changePassword(person: Person, { current, next, keep }: OwnChange): Promise<undefined> {
  refuseCommonPassword("next", next);
  const account = await demandPassword(person, current, "current");
  const hash = await hashPassword(next);
  await db().$transaction(async (tx) => {
    // Only the password that was checked: one that was reset meanwhile stays.
    const changed = await tx.account.updateMany({
      where: { id: account.id, password: account.password },
      data: { password: hash },
    });
    if (changed.count === 0) throw new AppError("conflict", t("Your password was changed by somebody else just now."));
    await tx.session.deleteMany({ where: { userId: person.id, NOT: { token: keep ?? "" } } });
  });
  log.info({ actor: person.id, user: person.id }, "a password was changed");
}

/**
 * The person's account with this password. Guesses are limited like sign-ins. Throws `invalid_request`, which names the
 * field that it was given in.
 */
export async function demandPassword(person: Person, password: string, field = "password") {
  const account = await signInLimit().attempt({ account: person.id, address: null }, () =>
    passwordAccount(person.id, password),
  );
  if (account) return account;
  const message = t("This is not your current password.");
  throw new AppError("invalid_request", message, { issues: [{ path: field, message }] });
}

/** Whether the person signs in with a password here at all. */
export const hasPassword = async (userId: string): Promise<boolean> =>
  (await db().account.count({ where: { userId, providerId: CREDENTIAL } })) > 0;

/** Whether this is the password of that person; for nobody it takes as long to say no. */
export async function passwordIsOf(userId: string | null, password: string): Promise<boolean> {
  const account = userId === null ? null : await passwordAccount(userId, password);
  if (userId === null) await hashPassword(password);
  return account !== null;
}

/** The account, if this is its password. */
async function passwordAccount(userId: string, password: string) {
  const account = await db().account.findFirst({ where: { userId, providerId: CREDENTIAL } });
  return account?.password && (await verifyPassword({ hash: account.password, password })) ? account : null;
}
