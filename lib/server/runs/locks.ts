import "server-only";
import type { PoolClient } from "pg";
import type { Procedure } from "#lib/domain/procedure.ts";
import { locksAgainst } from "#lib/domain/run/locks.ts";
import type { Lock } from "#lib/domain/run/rejection/rejection.ts";
import type { Run, RunSite } from "#lib/domain/run/state.ts";

/** Any constant: starts of runs take their turn by it, so that two cannot both find nothing in their way. */
const STARTS = 7_270_611;

type Row = { number: number; procedureKey: string; sites: Record<string, RunSite> };

/** What open live runs hold of this run's procedure and sites, until the transaction ends. */
export async function readLocks(
  tx: PoolClient,
  procedure: Procedure,
  run: Pick<Run, "number" | "mode" | "sites">,
): Promise<Lock[]> {
  await tx.query("select pg_advisory_xact_lock($1)", [STARTS]);
  const { rows } = await tx.query<Row>(
    `select number, procedure_key as "procedureKey", sites from run
     where mode = 'live' and status in ('in_progress', 'paused') and (procedure_key = $1 or site_ids && $2::uuid[])`,
    [procedure.key, Object.values(run.sites).map(({ id }) => id)],
  );
  return locksAgainst(
    procedure,
    run,
    rows.map(({ sites, ...other }) => ({ ...other, sites: Object.values(sites) })),
  );
}
