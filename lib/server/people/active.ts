import "server-only";
import type { PoolClient } from "pg";
import type { ListedPerson } from "#lib/contract/people.ts";
import { rolesWith } from "#lib/domain/grants.ts";
import { type Permission, Role } from "#lib/domain/roles.ts";
import type { Named } from "#lib/domain/run/decide/ruling.ts";
import { db } from "#lib/server/db.ts";
import { type Page, pageOf } from "#lib/server/page.ts";

/** Those of these people who are active, read in the caller's transaction. Who is not there is left out. */
export async function activePeople(tx: Pick<PoolClient, "query">, ids: readonly string[]): Promise<Named[]> {
  if (ids.length === 0) return [];
  const { rows } = await tx.query<{ id: string; name: string; role: string }>({
    name: "active_people",
    text: "select id, name, role from app_user where id = any($1::uuid[]) and disabled_at is null",
    values: [[...new Set(ids)]],
  });
  return rows.map(({ id, name, role }) => ({ id, name, role: Role.parse(role) }));
}

/** Everybody who can act now, by name: whom a run may name. */
export async function listPeople({ after, limit }: Page): Promise<{ people: ListedPerson[]; next: string | null }> {
  const rows = await db().user.findMany({
    where: { disabledAt: null },
    ...(after !== undefined && { cursor: { id: after }, skip: 1 }),
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: limit + 1,
    select: { id: true, name: true, role: true, email: true },
  });
  const { page, next } = pageOf(rows, limit, ({ id }) => id);
  const shared = await sharedNames(page.map(({ name }) => name));
  const people = page.map(({ id, name, role, email }) => ({
    ...{ id, name, role: Role.parse(role) },
    ...(shared.has(name) && { email }),
  }));
  return { people, next };
}

const MOST_TOLD = 10;

/** Some of those who may do this, by name: whom somebody asks who may not. */
export async function whoMay(permission: Permission): Promise<string[]> {
  const where = { disabledAt: null, role: { in: rolesWith(permission) } };
  const rows = await db().user.findMany({ where, orderBy: { name: "asc" }, take: MOST_TOLD, select: { name: true } });
  return rows.map(({ name }) => name);
}

/** Those of these names that more than one of them has who can act now. */
async function sharedNames(names: string[]): Promise<ReadonlySet<string>> {
  const having = { name: { _count: { gt: 1 } } };
  const rows = await db().user.groupBy({ by: ["name"], where: { disabledAt: null, name: { in: names } }, having });
  return new Set(rows.map(({ name }) => name));
}
