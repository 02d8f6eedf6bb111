import "server-only";
import type { RunContact } from "#lib/contract/runs.ts";
import { peopleOf } from "#lib/domain/paper/run-pack.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { db } from "#lib/server/db.ts";
import { frozenProcedure } from "#lib/server/procedures/frozen.ts";
import { readRun } from "#lib/server/runs/read.ts";

/** How those who have a part in a run are reached, the commander first. Throws `not_found`. */
export async function readContacts(reference: string): Promise<{ people: RunContact[] }> {
  const { run } = await readRun(reference);
  return { people: await contactsOf(await frozenProcedure(run.procedureId), run) };
}

export async function contactsOf(procedure: Procedure, run: Run): Promise<RunContact[]> {
  const people = peopleOf(procedure, run);
  const ids = people.map(({ id }) => id);
  const select = { id: true, email: true, telephone: true };
  const users = await db().user.findMany({ where: { id: { in: ids } }, select });
  const known = new Map(users.map((user) => [user.id, user]));
  return people.flatMap(({ id, name }) => {
    const user = known.get(id);
    return user ? [{ ...user, name }] : [];
  });
}
