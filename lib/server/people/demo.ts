import "server-only";
import { randomBytes } from "node:crypto";
import type { Role } from "#lib/domain/roles.ts";
import { db } from "#lib/server/db.ts";
import { insertAccount } from "#lib/server/people/accounts.ts";

/** No mail can ever reach this domain (RFC 2606). */
const DOMAIN = "demo.invalid";
const ROLES: readonly Role[] = ["commander", "operator", "approver", "auditor"];

export type DemoAccount = { role: Role; email: string; password: string };

/** Whether somebody can sign in with a demo account. */
export async function hasDemoAccounts(): Promise<boolean> {
  const where = { email: { endsWith: `@${DOMAIN}` }, disabledAt: null };
  return (await db().user.findFirst({ where, select: { id: true } })) !== null;
}

/** Adds the demo accounts that are missing. A password is known only here and now; later an administrator resets it. */
export async function addDemoAccounts(): Promise<DemoAccount[]> {
  const added: DemoAccount[] = [];
  for (const role of ROLES) {
    const email = `${role}@${DOMAIN}`;
    if (await db().user.findUnique({ where: { email } })) continue;
    const password = randomBytes(15).toString("base64url");
    await insertAccount(db(), { role, email, password, name: `Demo ${role}` });
    added.push({ role, email, password });
  }
  return added;
}
