import "server-only";
import type { SigningKeyInUse } from "#lib/contract/record.ts";
import type { Mode } from "#lib/domain/run/state.ts";
import { database } from "#lib/server/db.ts";
import { LIVE_WORKER } from "#lib/server/workers/live.ts";

type Row = {
  fingerprint: string;
  since: Date;
  signs: boolean;
  run: number | null;
  mode: Mode | null;
  signed_at: Date | null;
};

/** The keys that sign records or did: those of workers that live now, then the one had, used or announced last. */
export async function listSigningKeys(): Promise<{ keys: SigningKeyInUse[] }> {
  const { rows } = await database().pool.query<Row>(
    `select k.fingerprint, k.created_at as since, coalesce(had.now, false) as signs, last.run, last.mode, last.signed_at
     from signing_key k left join lateral (
       select r.number as run, r.mode, s.signed_at from run_seal s join run r on r.id = s.run_id
       where s.fingerprint = k.fingerprint order by s.signed_at desc limit 1) last on true
     left join lateral (
       select bool_or(${LIVE_WORKER}) as now, max(last_seen_at) as at from worker where signs = k.fingerprint) had on true
     order by signs desc, greatest(k.created_at, last.signed_at, had.at) desc`,
  );
  return {
    keys: rows.map(({ fingerprint, since, signs, run, mode, signed_at }) => ({
      fingerprint,
      since: since.toISOString(),
      signs,
      last: run === null || mode === null || signed_at === null ? null : { run, mode, at: signed_at.toISOString() },
    })),
  };
}
