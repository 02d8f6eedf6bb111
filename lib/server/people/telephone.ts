import "server-only";
import type { Person } from "#lib/domain/actor.ts";
import { db } from "#lib/server/db.ts";
import { normalTelephone } from "#lib/server/people/accounts.ts";

/** The number at which a person is reached during a run, as they wrote it. */
export async function readTelephone({ id }: Pick<Person, "id">): Promise<string | null> {
  const user = await db().user.findUnique({ where: { id }, select: { telephone: true } });
  return user?.telephone ?? null;
}

export async function setTelephone({ id }: Pick<Person, "id">, telephone: string): Promise<undefined> {
  await db().user.update({ where: { id }, data: { telephone: normalTelephone(telephone) } });
}
