import "server-only";
import type { Practised } from "#lib/contract/procedures.ts";
import { database } from "#lib/server/db.ts";
import { WAS_TRIED } from "#lib/server/procedures/tried.ts";

type Row = {
  key: string;
  mode: "drill" | "live";
  pick: "last" | "newest";
  number: number;
  ended_at: Date;
  procedure_id: string;
  version: number;
  exceptions: number;
  only_simulated: boolean;
};

type Found = { [Which in `${Row["pick"]}${Capitalize<Row["mode"]>}`]?: Practised };

/** By the procedure's key, its drills and live runs that came to their end: the last, and the last of its newest version. */
export type LastPractised = ReadonlyMap<string, Found>;

/** A few looks into an index for each procedure, however many runs there are. */
export async function lastPractised(keys: readonly string[]): Promise<LastPractised> {
  const { rows } = await database().pool.query<Row>({
    name: "last_practised",
    text: `with asked as (select * from unnest($1::text[]) k(key), (values ('drill'), ('live')) m(mode))
      select key, mode, 'last' as pick, r.* from asked, lateral (
        select run.number, run.ended_at, run.procedure_id, p.version, run.exception_count as exceptions, run.only_simulated
        from run join procedure_version p on p.id = run.procedure_id
        where run.procedure_key = asked.key and run.mode = asked.mode and ${WAS_TRIED}
          order by run.ended_at desc limit 1) r
      union all
      select key, mode, 'newest', r.* from asked, lateral (
        select r.* from procedure_version p, lateral (
          select run.number, run.ended_at, run.procedure_id, p.version, run.exception_count as exceptions, run.only_simulated
          from run where run.procedure_id = p.id and run.mode = asked.mode and ${WAS_TRIED}
          order by run.ended_at desc limit 1) r
        where p.key = asked.key order by p.version desc limit 1) r`,
    values: [keys],
  });
  const found = new Map<string, Found>();
  for (const { key, mode, pick, ...row } of rows) {
    const which = `${pick}${mode === "drill" ? "Drill" : "Live"}` as const;
    found.set(key, { ...found.get(key), [which]: asPractised(row) });
  }
  return found;
}

type Run = Omit<Row, "key" | "mode" | "pick">;

const asPractised = ({ number, ended_at, procedure_id, version, exceptions, only_simulated }: Run): Practised => ({
  number,
  endedAt: ended_at.toISOString(),
  procedureId: procedure_id,
  version,
  exceptions,
  onlySimulated: only_simulated,
});
