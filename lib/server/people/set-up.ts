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

/** With this begins a token that makes one more administrator: of a console whose administrators cannot get in. */
const FURTHER = "further-";
/** An option that was left in a service must not leave the door open. */
const FURTHER_MS = 3_600_000;

/** Whether it makes an administrator beside those that there are. Nobody can make one up: it is known by its digest. */
export const isFurther = (token: string): boolean => token.startsWith(FURTHER);

/**
 * A new one-time token for making the first administrator, or null when there is one; where that is asked for, one for
 * making one more. Tokens made before and not used are void from then on.
 */
export function openSetUp({ further = false } = {}): Promise<string | null> {
  return db().$transaction(async (tx) => {
    await oneAtATime(tx);
    const isFirst = !(await hasAdministrator(tx));
    if (!isFirst && !further) return null;
    await tx.setUpLink.deleteMany({ where: { usedAt: null } });
    const token = (isFirst ? "" : FURTHER) + randomBytes(32).toString("base64url");
    await tx.setUpLink.create({ data: { tokenHash: digest(token) } });
    return token;
  });
}

/** Whether that token can still make an administrator, has made one, or is none of this console any more. */
export async function setUpState(token: string): Promise<"open" | "used" | "over"> {
  const link = await db().setUpLink.findFirst({ where: { tokenHash: digest(token) } });
  if (link?.usedAt) return "used";
  if (!link) return "over";
  const isOpen = isFurther(token)
    ? Date.now() - link.createdAt.getTime() < FURTHER_MS
    : !(await hasAdministrator(db()));
  return isOpen ? "open" : "over";
}

/**
 * Makes the first administrator, or one more. Throws `forbidden` when the token is not good (any more), `conflict` when
 * the first one is there; nothing is changed then.
 */
export function setUp({ token, ...person }: { token: string } & Omit<NewAccount, "role">): Promise<SignedIn> {
  return db().$transaction(async (tx) => {
    await oneAtATime(tx);
    const used = await tx.setUpLink.updateMany({
      where: {
        ...{ tokenHash: digest(token), usedAt: null },
        ...(isFurther(token) && { createdAt: { gt: new Date(Date.now() - FURTHER_MS) } }),
      },
      data: { usedAt: new Date() },
    });
    if (used.count === 0) {
      throw new AppError("forbidden", setUpIsOver());
    }
    if (!isFurther(token) && (await hasAdministrator(tx))) {
      throw new AppError("conflict", t("There is already an administrator. Ask them for an account."));
    }
    const { id, name, email, role, groups } = await insertAccount(tx, { ...person, role: "administrator" });
    log.info({ user: id, further: isFurther(token) }, "an administrator was made by a set-up address");
    return { id, name, email, role, groups };
  });
}

export const setUpIsOver = (): string =>
  t(
    "This set-up address has been used or is out of date. While there is no administrator, each start of the console prints a new one.",
  );

/** Two at once cannot both find that there is no administrator. */
const oneAtATime = (tx: Prisma.TransactionClient) => tx.$executeRaw`lock table set_up_link in share row exclusive mode`;

/** Whether anybody is there who can make accounts for others. */
export const hasAdministrator = async (tx: Pick<Prisma.TransactionClient, "user"> = db()): Promise<boolean> =>
  (await tx.user.findFirst({ where: { role: "administrator", disabledAt: null } })) !== null;
