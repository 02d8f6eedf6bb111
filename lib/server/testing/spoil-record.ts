import fc from "fast-check";
import type { PoolClient } from "pg";
import { database } from "#lib/server/db.ts";
import { bundleLines } from "#lib/server/record/bundle.ts";
import { GENESIS, nextHash } from "#lib/server/record/chain.ts";

/** What whoever owns the database can do to the log of a run, and where it has to show. */

/** No trigger stops an owner who switches them off. Rolled back, unless `work` commits. */
export async function asOwner(work: (tx: PoolClient) => Promise<void>): Promise<void> {
  const tx = await database().pool.connect();
  try {
    await tx.query("begin; set local session_replication_role = replica");
    await work(tx);
  } finally {
    await tx.query("rollback");
    tx.release();
  }
}

/** The run that is spoilt, another one, the event that is touched, another event, and how many there are. */
type Place = { id: string; other: string; seq: number; second: number; last: number };

/** Answers the number of the first event that is not as it was; null where it is no event. */
type Spoiling = (tx: PoolClient, place: Place) => Promise<number | null>;

const change =
  (set: string): Spoiling =>
  async (tx, { id, seq }) => {
    await tx.query(`update run_event set ${set} where run_id = $1 and seq = $2`, [id, seq]);
    return seq;
  };

const FAR = 1_000_000;

const edits = {
  "change the event": change(`event = event || '{"text": "changed"}'`),
  "change who": change(`actor = actor || '{"name": "Somebody else"}'`),
  "change when": change("at = at + interval '1 ms'"),
  "change the hash": change("hash = repeat('a', 64)"),
  delete: async (tx, { id, seq }) => {
    await tx.query("delete from run_event where run_id = $1 and seq = $2", [id, seq]);
    return seq;
  },
  "insert a copy": async (tx, { id, seq }) => {
    await tx.query("update run_event set seq = seq + $3 where run_id = $1 and seq > $2", [id, seq, FAR]);
    await tx.query(
      `insert into run_event (run_id, seq, at, actor, event, hash)
       select run_id, seq + 1, at, actor, event, hash from run_event where run_id = $1 and seq = $2`,
      [id, seq],
    );
    await tx.query("update run_event set seq = seq - $2 + 1 where run_id = $1 and seq > $2", [id, FAR]);
    await tx.query("update run set seq = seq + 1 where id = $1", [id]);
    return seq + 1;
  },
  "swap two": async (tx, { id, seq, second }) => {
    const move = "update run_event set seq = $3 where run_id = $1 and seq = $2";
    await tx.query(move, [id, seq, FAR]);
    await tx.query(move, [id, second, seq]);
    await tx.query(move, [id, FAR, second]);
    return Math.min(seq, second);
  },
  "cut the end": async (tx, { id, seq }) => {
    await tx.query("delete from run_event where run_id = $1 and seq >= $2", [id, seq]);
    return seq;
  },
  "cut the end and the head": async (tx, { id, seq, last }) => {
    const kept = Math.max(1, Math.min(seq, last - 1));
    await tx.query("delete from run_event where run_id = $1 and seq > $2", [id, kept]);
    await tx.query(
      "update run set seq = $2, head = (select hash from run_event where run_id = $1 and seq = $2) where id = $1",
      [id, kept],
    );
    return kept + 1;
  },
  /** Whoever owns everything but the key can make the chain right again: then only the signature tells. */
  "fork with right hashes": async (tx, { id, seq, last }) => {
    await tx.query(`update run_event set event = event || '{"text": "forked"}' where run_id = $1 and seq = $2`, [
      id,
      seq,
    ]);
    await rehash(tx, id);
    return last;
  },
  "take the signature off": async (tx, { id }) => {
    await tx.query("delete from run_seal where run_id = $1", [id]);
    return null;
  },
  "another run's tail": async (tx, { id, other, last }) => {
    await tx.query("delete from run_event where run_id = $1 and seq = $2", [id, last]);
    await tx.query(
      `insert into run_event (run_id, seq, at, actor, event, hash)
       select $1, $3, at, actor, event, hash from run_event where run_id = $2 order by seq desc limit 1`,
      [id, other, last],
    );
    return last;
  },
} satisfies Record<string, Spoiling>;

type Kind = keyof typeof edits;

export const KINDS = Object.keys(edits) as Kind[];

export type Edit = { kind: Kind; at: number; to: number };

export const anyEdit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...KINDS),
  at: fc.nat(10_000),
  to: fc.nat(10_000),
});

/** Makes the edit. Answers the number of the first event that is not as it was; null where it is no event. */
export async function spoil(
  tx: PoolClient,
  { id, other }: { id: string; other: string },
  { kind, at, to }: Edit,
): Promise<number | null> {
  const { rows } = await tx.query<{ seq: number }>("select seq from run where id = $1", [id]);
  const last = rows[0]?.seq ?? 0;
  const seq = 1 + (at % last);
  const second = 1 + ((seq + (to % (last - 1))) % last);
  return edits[kind](tx, { id, other, seq, second, last });
}

async function rehash(tx: PoolClient, id: string): Promise<void> {
  let head = GENESIS;
  let seq = 0;
  for await (const line of bundleLines(id, tx)) {
    if (!line.startsWith('["')) continue;
    seq += 1;
    head = nextHash(head, line.slice(line.indexOf(",") + 1, -1));
    await tx.query("update run_event set hash = $3 where run_id = $1 and seq = $2", [id, seq, head]);
  }
  await tx.query("update run set head = $2 where id = $1", [id, head]);
}
