import "server-only";
import type { RunSummary } from "#lib/contract/run-summary.ts";
import { database } from "#lib/server/db.ts";
import { summariesOf } from "#lib/server/runs/read.ts";

const MOST = 50;

/** Worded as the index `run_to_sign` is. */
export const TO_SIGN = `select id from run where commander_id = $1 and ended_at is not null
  and not review -> 'signOffs' @> ('[{"by": {"id": "' || commander_id::text || '"}}]')::jsonb
  order by number desc limit $2`;

/** How many of the runs that they signed are looked through for what came after it. */
const LOOKED_THROUGH = 200;

/** Of what came after the signature, a note or another name changes nothing in what was signed. */
const CHANGED_SINCE = `with signed as (select id, review from run where commander_id = $1 and ended_at is not null
    and review -> 'signOffs' @> ('[{"by": {"id": "' || commander_id::text || '"}}]')::jsonb order by number desc limit ${LOOKED_THROUGH})
  select id from signed where exists (
    select from run_event e where e.run_id = signed.id and e.event ->> 'type' not in ('note.added', 'report.signed_off')
      and e.seq > (select max((s ->> 'seq')::int) from jsonb_array_elements(signed.review -> 'signOffs') s
        where s #>> '{by,id}' = $1::text))`;

/**
 * Runs that are over, that this person commanded, and whose report they have not signed off as it is now: the latest
 * first.
 */
export async function runsToSign(person: string): Promise<{ runs: RunSummary[]; more: boolean }> {
  const { pool } = database();
  const [unsigned, changed] = await Promise.all([
    pool.query<{ id: string }>({ name: "runs_to_sign", text: TO_SIGN, values: [person, MOST + 1] }),
    pool.query<{ id: string }>({ name: "runs_to_sign_anew", text: CHANGED_SINCE, values: [person] }),
  ]);
  const ids = [...unsigned.rows, ...changed.rows].map(({ id }) => id);
  const runs = await summariesOf(ids);
  return { runs: runs.slice(0, MOST), more: runs.length > MOST };
}
