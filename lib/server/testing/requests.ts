import { createHmac, randomBytes } from "node:crypto";
import type { Person } from "#lib/domain/actor.ts";
import { can } from "#lib/domain/grants.ts";
import { TokenPermission } from "#lib/domain/roles.ts";
import { db } from "#lib/server/db.ts";
import { env } from "#lib/server/env.ts";
import { createToken } from "#lib/server/people/tokens.ts";
import { sessionCookie } from "#lib/server/session.ts";

/** What tests of routes begin with: a handler is called as Next.js calls it. */

const HOUR = 3_600_000;

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

export type Sent = {
  method?: string;
  /** With its query. */
  path?: string;
  /** Of the path. */
  params?: Record<string, string>;
  cookie?: string;
  headers?: Record<string, string>;
  /** Sent as JSON; a string is sent as it is. */
  body?: unknown;
};

export function call(handler: Handler, sent: Sent = {}): Promise<Response> {
  const { method = "GET", path = "/api/test", params = {}, body } = sent;
  const headers = new Headers({ host: "127.0.0.1:3000", ...(sent.cookie && { cookie: sent.cookie }) });
  if (body !== undefined) headers.set("content-type", "application/json");
  for (const [name, value] of Object.entries(sent.headers ?? {})) headers.set(name, value);
  const text = typeof body === "string" || body === undefined ? body : JSON.stringify(body);
  const request = new Request(`http://127.0.0.1:3000${path}`, {
    method,
    headers,
    ...(text !== undefined && { body: text }),
  });
  return handler(request, { params: Promise.resolve(params) });
}

/** The cookie of a new session of this person, as a browser would send it. */
export async function cookieOf(person: Person, expiresAt = new Date(Date.now() + HOUR)): Promise<string> {
  const token = randomBytes(16).toString("hex");
  await db().session.create({ data: { token, userId: person.id, expiresAt } });
  return cookieFor(token, env("AUTH_SECRET"));
}

/** The header of a new token of this person, which may do all of what they may, or only this. */
export async function bearerOf(person: Person, may?: TokenPermission[]): Promise<{ authorization: string }> {
  const permissions = may ?? TokenPermission.options.filter((permission) => can(person.role, permission));
  const name = `t-${randomBytes(8).toString("hex")}`;
  const { secret } = await createToken(person, { name, permissions, days: 1 });
  return { authorization: `Bearer ${secret}` };
}

export function cookieFor(token: string, secret: string): string {
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  return `${sessionCookie().name}=${encodeURIComponent(`${token}.${signature}`)}`;
}

/** What a browser keeps of an answer and sends with its next request. */
export const keptCookies = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.replace(/;.*/, ""))
    .join("; ");
