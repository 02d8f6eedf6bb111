import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { cookies } from "next/headers.js";
import { cache } from "react";
import type { SignedIn } from "#lib/contract/people.ts";
import type { Person } from "#lib/domain/actor.ts";
import { Role } from "#lib/domain/roles.ts";
import { bearerOf, bearerSecret } from "#lib/server/bearer.ts";
import { database } from "#lib/server/db.ts";
import { env } from "#lib/server/env.ts";
import { cookieOfRequest } from "#lib/server/http/cookie.ts";
import { peerAddress } from "#lib/server/http/peer-address.ts";
import { log } from "#lib/server/log.ts";

/** Over https the browser binds the cookie to this host and to https, and the name says so. */
export const sessionCookie = (): { name: string; secure: boolean } => {
  const secure = env("BASE_URL").startsWith("https://");
  return { name: secure ? "__Host-session" : "session", secure };
};

/**
 * Who asks, or null. Looked up each time, so an ended session, a revoked token or a disabled account counts at once. A
 * request with a token has no session, whatever cookie it carries.
 */
export async function authenticate(request: Request): Promise<Person | null> {
  const from = peerAddress(request);
  const secret = bearerSecret(request);
  const actor = secret === null ? await signedInActor(request) : await bearerOf(secret, from);
  return actor && { ...actor, ...(from !== null && { from }) };
}

async function signedInActor(request: Request): Promise<Person | null> {
  const signedIn = await personOf(sessionToken(request));
  return signedIn && asActor(signedIn);
}

/** A person as the log names them. */
export const asActor = ({ id, name, role, groups }: SignedIn): Person => ({
  kind: "person",
  id,
  name,
  role,
  ...(groups.length > 0 && { groups }),
});

/** Whether a request without a session lacks it only because its time is over: nobody signed out, and nobody ended it. */
export async function hasRunOut(request: Request): Promise<boolean> {
  if (bearerSecret(request) !== null) return false;
  const token = sessionToken(request);
  // By then the browser has dropped the cookie as well.
  if (token === null) return cookieOfRequest(request, sessionCookie().name) === undefined;
  const { rowCount } = await database().pool.query({ name: "session-ran-out", text: RAN_OUT, values: [token] });
  return rowCount === 1;
}

const RAN_OUT = `select from session s join app_user u on u.id = s.user_id
  where s.token = $1 and s.expires_at <= now() and u.disabled_at is null`;

/** Who asks, with the e-mail address, and what time it is here. */
export async function readSession(request: Request): Promise<{ person: SignedIn | null; serverAt: string }> {
  return { person: await personOf(sessionToken(request)), serverAt: new Date().toISOString() };
}

/** Who is signed in, for server components. One look-up a page. */
export const currentPerson = cache(async (): Promise<SignedIn | null> => personOf(await currentToken()));

/** The token of the session that a server component is rendered for. */
export async function currentToken(): Promise<string | null> {
  const jar = await cookies();
  return tokenIn(jar.get(sessionCookie().name)?.value);
}

/** The session's token, if the request carries one that this server has signed. */
export const sessionToken = (request: Request): string | null =>
  tokenIn(cookieOfRequest(request, sessionCookie().name));

/** A cookie is `token.signature`. The signature makes a token that was read in the database useless. */
function tokenIn(cookie: string | undefined): string | null {
  const dot = cookie?.lastIndexOf(".") ?? -1;
  if (cookie === undefined || dot < 1) return null;
  const token = cookie.slice(0, dot);
  const expected = createHmac("sha256", env("AUTH_SECRET")).update(token).digest();
  const given = Buffer.from(cookie.slice(dot + 1), "base64");
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

const LOOK_UP = `select u.id, u.name, u.email, u.role, u.groups, s.seen_at < now() - interval '1 minute' as unseen
  from session s join app_user u on u.id = s.user_id
  where s.token = $1 and s.expires_at > now() and u.disabled_at is null`;

async function personOf(token: string | null): Promise<SignedIn | null> {
  if (token === null) return null;
  const { rows } = await database().pool.query({ name: "session", text: LOOK_UP, values: [token] });
  const row = rows[0];
  if (!row) return null;
  if (row.unseen) await noteSeen(token);
  return { id: row.id, name: row.name, email: row.email, role: Role.parse(row.role), groups: row.groups };
}

/** Whoever only reads goes on where it cannot be written. */
async function noteSeen(token: string): Promise<void> {
  await database()
    .pool.query({ name: "session-seen", text: "update session set seen_at = now() where token = $1", values: [token] })
    .catch((error: unknown) => log.warn({ error }, "it was not noted that a session was seen"));
}
