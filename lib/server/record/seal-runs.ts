import "server-only";
import { database } from "#lib/server/db.ts";
import { log } from "#lib/server/log.ts";
import { type SigningKey, signHead } from "#lib/server/record/signed-note.ts";
import { verifyIn } from "#lib/server/record/verify-run.ts";
import { transaction } from "#lib/server/transaction.ts";

/** Tells everybody who verifies later which key signs here. */
export async function announceKey({ fingerprint, publicKey }: SigningKey): Promise<void> {
  await database().pool.query(
    "insert into signing_key (fingerprint, public_key) values ($1, $2) on conflict (fingerprint) do nothing",
    [fingerprint, publicKey],
  );
}

/** Says which key a worker signs with, for as long as it lives: also one that is put back was known before. */
export async function signsWith(workerId: string, { fingerprint }: SigningKey): Promise<void> {
  await database().pool.query("update worker set signs = $2 where id = $1", [workerId, fingerprint]);
}

/** Signs the head of every run that is over and has no signature up to its last event. Answers how many. */
export async function sealRuns(key: SigningKey): Promise<number> {
  const { rows } = await database().pool.query<{ id: string }>(
    `select id from run where ended_at is not null and sealed_seq < seq and seal_refused is null order by number limit 100`,
  );
  for (const { id } of rows) await sealRun(key, id);
  return rows.length;
}

/** What does not hold is not signed: what is wrong with it is noted instead. */
async function sealRun(key: SigningKey, runId: string): Promise<void> {
  await transaction(async (tx) => {
    const { rows } = await tx.query<{ seq: number; head: string | null; chained_later: number }>(
      "select seq, head, chained_later from run where id = $1 and sealed_seq < seq for update skip locked",
      [runId],
    );
    const [run] = rows;
    if (!run) return;
    const { faults } = await verifyIn(tx, runId);
    // That it is not signed yet is why we are here.
    const wrong = faults.find(({ unsigned }) => !unsigned);
    if (wrong || run.head === null) {
      const what = wrong ? `${wrong.seq === null ? "" : `event ${wrong.seq}: `}${wrong.what}` : "it has no head";
      log.error({ run: runId, what }, "the record of a run does not hold, so it is not signed");
      await tx.query("update run set seal_refused = $2 where id = $1", [runId, what]);
      return;
    }
    const note = signHead(key, { runId, seq: run.seq, hash: run.head, chainedLater: run.chained_later });
    await tx.query("insert into run_seal (run_id, seq, note, fingerprint) values ($1, $2, $3, $4)", [
      runId,
      run.seq,
      note,
      key.fingerprint,
    ]);
    await tx.query("update run set sealed_seq = $2 where id = $1", [runId, run.seq]);
  });
}
