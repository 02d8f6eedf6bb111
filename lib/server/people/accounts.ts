import "server-only";
import { hashPassword } from "better-auth/crypto";
import type { User } from "#lib/contract/people.ts";
import { Role } from "#lib/domain/roles.ts";
import { duplicateOf } from "#lib/server/duplicate.ts";
import { AppError } from "#lib/server/errors.ts";
import { refuseCommonPassword } from "#lib/server/people/common-passwords.ts";
import { uuidV7 } from "#lib/server/uuid-v7.ts";
import { t } from "#lib/words/t.ts";
import type { Prisma, User as UserRow } from "#prisma/generated/client.ts";

/** The sign-in library's name for a password account. */
export const CREDENTIAL = "credential";

export type NewAccount = { name: string; email: string; role: Role; password: string };

export const normalEmail = (email: string): string => email.trim().normalize("NFC").toLowerCase();
export const normalName = (name: string): string => name.trim().normalize("NFC");
export const normalTelephone = (telephone: string): string | null => telephone.trim() || null;
/** Each once, in the order of their names. */
export const normalGroups = (groups: readonly string[]): string[] => [...new Set(groups.map(normalName))].sort();

/** Adds a person with a password, in the caller's transaction. Throws `conflict` when the e-mail address is taken, `invalid_request` for a common password. */
export async function insertAccount(tx: Prisma.TransactionClient, account: NewAccount): Promise<User> {
  refuseCommonPassword("password", account.password);
  const id = uuidV7();
  const email = normalEmail(account.email);
  const password = await hashPassword(account.password);
  try {
    return asUser(
      await tx.user.create({
        data: {
          id,
          name: normalName(account.name),
          email,
          role: account.role,
          emailVerified: true,
          // The sign-in library finds a password only where the account's id is the person's.
          accounts: { create: { providerId: CREDENTIAL, accountId: id, password } },
        },
      }),
    );
  } catch (error) {
    throw orTaken(error, email);
  }
}

/** The error of a write that gave this address to somebody: whose it is already, or whatever else it was. */
export const orTaken = (error: unknown, email: string): unknown =>
  duplicateOf(error) === "app_user_email_key"
    ? new AppError("conflict", t("There is already an account for {email}.", { email }))
    : error;

export const asUser = (row: UserRow): User => ({
  id: row.id,
  name: row.name,
  email: row.email,
  role: Role.parse(row.role),
  groups: row.groups,
  telephone: row.telephone,
  disabledAt: row.disabledAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});
