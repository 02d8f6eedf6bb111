import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { SignedIn } from "#lib/contract/people.ts";
import { db } from "#lib/server/db.ts";
import { AppError } from "#lib/server/errors.ts";
import { log } from "#lib/server/log.ts";
import { insertAccount, type NewAccount } from "#lib/server/people/accounts.ts";
import { t } from "#lib/words/t.ts";
import type { Prisma } from "#prisma/generated/client.ts";

const digest = (token: string): string => createHash("sha256").update(token).digest("hex");

/**
 * A new one-time token for making the first administrator, or null when there is one. Tokens made before and not used
 * are void from then on.
 */
export function openSetUp(): Promise<string | null> {
  return db().$transaction(async (tx) => {
    await oneAtATime(tx);
    if (await hasAdministrator(tx)) return null;
    const token = randomBytes(32).toString("base64url");
    await tx.setUpLink.deleteMany({ where: { usedAt: null } });
    await tx.setUpLink.create({ data: { tokenHash: digest(token) } });
    return token;
  });
}

/** Whether that token can still make the first administrator, has made one, or is none of this console any more. */
export async function setUpState(token: string): Promise<"open" | "used" | "over"> {
  const link = await db().setUpLink.findFirst({ where: { tokenHash: digest(token) } });
  if (link?.usedAt) return "used";
  return link && !(await hasAdministrator(db())) ? "open" : "over";
}

/**
 * Makes the first administrator. Throws `forbidden` when the token is not good (any more), `conflict` when there is an
 * administrator; nothing is changed then.
 */
export function setUp({ token, ...person }: { token: string } & Omit<NewAccount, "role">): Promise<SignedIn> {
  return db().$transaction(async (tx) => {
    await oneAtATime(tx);
    const used = await tx.setUpLink.updateMany({
      where: { tokenHash: digest(token), usedAt: null },
      data: { usedAt: new Date() },
    });
    if (used.count === 0) {
      throw new AppError("forbidden", setUpIsOver());
    }
    if (await hasAdministrator(tx)) {
      throw new AppError("conflict", t("There is already an administrator. Ask them for an account."));
    }
    const { id, name, email, role, groups } = await insertAccount(tx, { ...person, role: "administrator" });
    log.info({ user: id }, "the first administrator was made");
    return { id, name, email, role, groups };
  });
}

export const setUpIsOver = (): string =>
  t(
    "This set-up address has been used or is out of date. While there is no administrator, each start of the console prints a new one.",
  );

/** Two at once cannot both find that there is no administrator. */
const oneAtATime = (tx: Prisma.TransactionClient) => tx.$executeRaw`lock table set_up_link in share row exclusive mode`;

const hasAdministrator = async (tx: Prisma.TransactionClient): Promise<boolean> =>
  (await tx.user.findFirst({ where: { role: "administrator", disabledAt: null } })) !== null;
