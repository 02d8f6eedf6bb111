import "server-only";
import type { Practised } from "#lib/contract/procedures.ts";
import { database } from "#lib/server/db.ts";

type Row = {
  key: string;
  mode: "drill" | "live";
  number: number;
  ended_at: Date;
  procedure_id: string;
  version: number;
};

/** The last drill and the last live run of each procedure that came to its end, by the procedure's key. */
export type LastPractised = ReadonlyMap<string, { drill?: Practised; live?: Practised }>;

/** One look into an index for each procedure and mode, however many runs there are. */
export async function lastPractised(keys: readonly string[]): Promise<LastPractised> {
  const { rows } = await database().pool.query<Row>({
    name: "last_practised",
    text: `select k.key, m.mode, r.* from unnest($1::text[]) k(key), (values ('drill'), ('live')) m(mode), lateral (
        select run.number, run.ended_at, run.procedure_id, p.version
        from run join procedure_version p on p.id = run.procedure_id
        where run.procedure_key = k.key and run.mode = m.mode and run.ended_at is not null
          and run.status in ('completed', 'completed_with_exceptions')
        order by run.ended_at desc limit 1) r`,
    values: [keys],
  });
  const found = new Map<string, { drill?: Practised; live?: Practised }>();
  for (const { key, mode, ...row } of rows) found.set(key, { ...found.get(key), [mode]: asPractised(row) });
  return found;
}

const asPractised = ({ number, ended_at, procedure_id, version }: Omit<Row, "key" | "mode">): Practised => ({
  number,
  endedAt: ended_at.toISOString(),
  procedureId: procedure_id,
  version,
});
