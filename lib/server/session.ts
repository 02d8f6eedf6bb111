import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { cookies } from "next/headers.js";
import { cache } from "react";
import type { SignedIn } from "#lib/contract/people.ts";
import type { Person } from "#lib/domain/actor.ts";
import { Role } from "#lib/domain/roles.ts";
import { database } from "#lib/server/db.ts";
import { env } from "#lib/server/env.ts";
import { peerAddress } from "#lib/server/http/peer-address.ts";

/** Over https the browser binds the cookie to this host and to https, and the name says so. */
export const sessionCookie = (): { name: string; secure: boolean } => {
  const secure = env("BASE_URL").startsWith("https://");
  return { name: secure ? "__Host-session" : "session", secure };
};

/** Who asks, or null. Looked up each time, so an ended session or a disabled account counts at once. */
export async function authenticate(request: Request): Promise<Person | null> {
  const signedIn = await personOf(sessionToken(request));
  const from = peerAddress(request);
  return signedIn && { ...asActor(signedIn), ...(from !== null && { from }) };
}

/** A person as the log names them. */
export const asActor = ({ id, name, role, groups }: SignedIn): Person => ({
  kind: "person",
  id,
  name,
  role,
  ...(groups.length > 0 && { groups }),
});

/** Who asks, with the e-mail address, and what time it is here. */
export async function readSession(request: Request): Promise<{ person: SignedIn | null; serverAt: string }> {
  return { person: await personOf(sessionToken(request)), serverAt: new Date().toISOString() };
}

/** Who is signed in, for server components. One look-up a page. */
export const currentPerson = cache(async (): Promise<SignedIn | null> => {
  const jar = await cookies();
  return personOf(tokenIn(jar.get(sessionCookie().name)?.value));
});

/** The session's token, if the request carries one that this server has signed. */
export function sessionToken(request: Request): string | null {
  const start = `${sessionCookie().name}=`;
  const pair = request.headers
    .get("cookie")
    ?.split(/; */)
    .find((part) => part.startsWith(start));
  return pair === undefined ? null : tokenIn(decoded(pair.slice(start.length)));
}

/** A cookie is `token.signature`. The signature makes a token that was read in the database useless. */
function tokenIn(cookie: string | undefined): string | null {
  const dot = cookie?.lastIndexOf(".") ?? -1;
  if (cookie === undefined || dot < 1) return null;
  const token = cookie.slice(0, dot);
  const expected = createHmac("sha256", env("AUTH_SECRET")).update(token).digest();
  const given = Buffer.from(cookie.slice(dot + 1), "base64");
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

const LOOK_UP = `select u.id, u.name, u.email, u.role, u.groups from session s join app_user u on u.id = s.user_id
  where s.token = $1 and s.expires_at > now() and u.disabled_at is null`;

async function personOf(token: string | null): Promise<SignedIn | null> {
  if (token === null) return null;
  const { rows } = await database().pool.query({ name: "session", text: LOOK_UP, values: [token] });
  const row = rows[0];
  return row ? { id: row.id, name: row.name, email: row.email, role: Role.parse(row.role), groups: row.groups } : null;
}
