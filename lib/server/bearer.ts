import "server-only";
import { createHash } from "node:crypto";
import type { Person } from "#lib/domain/actor.ts";
import { Role, TokenPermission } from "#lib/domain/roles.ts";
import { database } from "#lib/server/db.ts";
import { log } from "#lib/server/log.ts";

/** Told apart at a glance, and by programs that look for secrets in files. */
export const TOKEN_START = "swc_";

/** What is kept of a token: it has 256 random bits, so no salt and no slow hash is needed. */
export const tokenHash = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** What follows `Bearer` in the request's Authorization header; null where there is no such header. */
export function bearerSecret(request: Request): string | null {
  const header = request.headers.get("authorization");
  return header === null ? null : (/^Bearer +(\S+)$/i.exec(header)?.[1] ?? "");
}

const LOOK_UP = `select t.id, t.name, t.permissions, u.id as user_id, u.name as user_name, u.role, u.groups,
    t.used_at is null or t.used_at < now() - interval '1 minute' as unseen
  from api_token t join app_user u on u.id = t.user_id
  where t.token_hash = $1 and t.revoked_at is null and t.expires_at > now() and u.disabled_at is null`;

/** Whom a token acts for, with its name and what it may do; null when it is not good (any more). */
export async function bearerOf(secret: string, address: string | null): Promise<Person | null> {
  if (!secret.startsWith(TOKEN_START)) return null;
  const { pool } = database();
  const { rows } = await pool.query({ name: "bearer", text: LOOK_UP, values: [tokenHash(secret)] });
  const row = rows[0];
  if (!row) return null;
  if (row.unseen) await noteUse(row.id, address);
  return {
    kind: "person",
    id: row.user_id,
    name: row.user_name,
    role: Role.parse(row.role),
    ...(row.groups.length > 0 && { groups: row.groups }),
    token: { id: row.id, name: row.name, may: TokenPermission.array().parse(row.permissions) },
  };
}

/** Says when it was used and from where. Whoever only reads goes on where that cannot be written. */
async function noteUse(id: string, address: string | null): Promise<void> {
  const text = "update api_token set used_at = now(), used_from = $2 where id = $1";
  await database()
    .pool.query({ name: "bearer-used", text, values: [id, address] })
    .catch((error: unknown) => log.warn({ error, token: id }, "the use of a token was not noted"));
}
