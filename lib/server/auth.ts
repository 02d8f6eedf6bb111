import "server-only";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { db } from "#lib/server/db.ts";
import { env } from "#lib/server/env.ts";
import { PEER_ADDRESS } from "#lib/server/http/peer-address.ts";
import { log } from "#lib/server/log.ts";
import { sessionCookie } from "#lib/server/session.ts";

const TWELVE_HOURS = 12 * 3_600;

/**
 * Passwords and sessions (better-auth). Only `api` is used: it is mounted nowhere, so its own rate limits and origin
 * check do not apply and ours do.
 */
function createAuth() {
  const { name, secure } = sessionCookie();
  return betterAuth({
    baseURL: env("BASE_URL"),
    secret: env("AUTH_SECRET"),
    telemetry: { enabled: false },
    logger: { log: (level, message) => log[level]({ from: "better-auth" }, message) },
    database: prismaAdapter(db(), { provider: "postgresql", transaction: true }),
    databaseHooks: { session: { create: { before: refuseDisabled } } },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    session: { expiresIn: TWELVE_HOURS, disableSessionRefresh: true, cookieCache: { enabled: false } },
    user: { additionalFields: { role: { type: "string", required: false, input: false } } },
    advanced: {
      useSecureCookies: false, // true would name the cookie __Secure-__Host-session
      database: { generateId: false },
      ipAddress: { ipAddressHeaders: [PEER_ADDRESS] },
      cookies: { session_token: { name, attributes: { secure, path: "/", sameSite: "lax", httpOnly: true } } },
    },
  });
}

/** After the password was found right, so that the answer and its delay are those of a wrong one. */
async function refuseDisabled({ userId }: { userId: string }): Promise<false | undefined> {
  const user = await db().user.findUnique({ where: { id: userId }, select: { disabledAt: true } });
  return user && user.disabledAt === null ? undefined : false;
}

let instance: ReturnType<typeof createAuth> | undefined;

/** Made when first used: a build has no settings. */
export const auth = () => {
  instance ??= createAuth();
  return instance;
};
