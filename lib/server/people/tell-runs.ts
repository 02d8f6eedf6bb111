import "server-only";
import type { Actor } from "#lib/domain/actor.ts";
import { Role } from "#lib/domain/roles.ts";
import { database } from "#lib/server/db.ts";
import { AppError } from "#lib/server/errors.ts";
import { execute } from "#lib/server/runs/execute.ts";

type Changed = { id: string; name: string; role: string; disabled: boolean; by: Actor; since: string };

/**
 * Tells open runs what became of the people they name. Who changed somebody says so with the change itself (`changed_by`), and it
 * is kept until all of their runs know: whoever looks next goes on where a process ended in between.
 */
export async function tellRunsOfPeople(): Promise<void> {
  const { rows } = await database().pool.query<Changed>({
    name: "changed_people",
    text: `select id, name, role, disabled_at is not null as disabled, changed_by as by, updated_at::text as since
      from app_user where changed_by is not null order by updated_at`,
  });
  for (const changed of rows) await tellRuns(changed);
}

async function tellRuns({ id, name, role, disabled, by, since }: Changed): Promise<void> {
  const command = { type: "person.change", person: { id, name }, role: disabled ? null : Role.parse(role) } as const;
  for (const run of await runsThatMayName(id)) {
    await execute(by, run, command).catch((error: unknown) => {
      // It does not name them, knows it already, or has ended meanwhile.
      if (!(error instanceof AppError)) throw error;
    });
  }
  await database().pool.query({
    name: "runs_were_told",
    text: "update app_user set changed_by = null where id = $1 and updated_at::text = $2",
    values: [id, since],
  });
}

/** Open runs in whose state the person occurs. Whether they are waited for there, the run says. */
async function runsThatMayName(id: string): Promise<string[]> {
  const { rows } = await database().pool.query<{ id: string }>({
    name: "runs_that_may_name",
    text: `select id from run where status in ('draft', 'in_progress', 'paused') and (
        commander_id = $1 or people ? $1::text or positions::text like '%' || $1 || '%' or command_offer::text like '%' || $1 || '%'
        or exists (select from run_step s where s.run_id = run.id
          and (s.assigned::text like '%' || $1 || '%' or (s.by_id = $1::text and s.status = 'in_progress'))))`,
    values: [id],
  });
  return rows.map((row) => row.id);
}
