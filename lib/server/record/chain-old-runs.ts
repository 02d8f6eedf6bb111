import "server-only";
import type { PoolClient } from "pg";
import { database } from "#lib/server/db.ts";
import { chain, GENESIS } from "#lib/server/record/chain.ts";
import { type EventRow, toLogged } from "#lib/server/runs/store.ts";
import { transaction } from "#lib/server/transaction.ts";

/** Gives the events of runs from before the chain their hashes, and notes up to which event that was. By the owner only. */
export async function chainOldRuns(): Promise<number> {
  for (let done = 0; ; done++) {
    const { rows } = await database().pool.query<{ id: string }>("select id from run where head is null limit 1");
    const [run] = rows;
    if (!run) return done;
    await transaction((tx) => chainRun(tx, run.id));
  }
}

async function chainRun(tx: PoolClient, runId: string): Promise<void> {
  await tx.query("select from run where id = $1 for update", [runId]);
  const { rows } = await tx.query<EventRow>(
    "select seq, at, happened_at, actor, event from run_event where run_id = $1 order by seq",
    [runId],
  );
  const hashes = chain(runId, GENESIS, rows.map(toLogged));
  await tx.query(
    `update run_event e set hash = x.hash from unnest($2::int[], $3::text[]) x(seq, hash)
     where e.run_id = $1 and e.seq = x.seq`,
    [runId, rows.map(({ seq }) => seq), hashes],
  );
  await tx.query("update run set head = $2, chained_later = $3 where id = $1", [
    runId,
    hashes.at(-1) ?? GENESIS,
    rows.length,
  ]);
}
