import "server-only";
import { createHmac, randomBytes } from "node:crypto";
import { database } from "#lib/server/db.ts";
import { env } from "#lib/server/env.ts";
import { peerAddress } from "#lib/server/http/peer-address.ts";
import { deviceCookie } from "#lib/server/people/known-device.ts";
import { keepLanguageAndZone } from "#lib/server/people/language.ts";
import { sessionCookie } from "#lib/server/session.ts";
import { uuidV7 } from "#lib/server/uuid-v7.ts";

const TWELVE_HOURS = 12 * 3_600;

/**
 * Begins a session of a person who has shown who they are, and gives the cookies that go with it: of the session, and
 * of the browser that is known from now on. Null when the person is deactivated, also at this very moment.
 */
export async function beginSession(request: Request, user: { id: string; email: string }): Promise<string[] | null> {
  const token = randomBytes(24).toString("base64url");
  const { rowCount } = await database().pool.query(
    `insert into session (id, token, expires_at, ip_address, user_agent, user_id)
     select $1, $2, now() + make_interval(secs => $3), $4, $5, id from app_user
     where id = $6 and disabled_at is null for share`,
    [
      uuidV7(),
      token,
      TWELVE_HOURS,
      peerAddress(request),
      request.headers.get("user-agent")?.slice(0, 300) ?? "",
      user.id,
    ],
  );
  if (rowCount === 0) return null;
  await keepLanguageAndZone(request, user.id);
  const { name, secure } = sessionCookie();
  const signature = createHmac("sha256", env("AUTH_SECRET")).update(token).digest("base64");
  const value = encodeURIComponent(`${token}.${signature}`);
  const cookie = `${name}=${value}; Max-Age=${TWELVE_HOURS}; Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  return [cookie, deviceCookie(user.email)];
}
