import "server-only";
import canonicalize from "canonicalize";
import type { Pool, PoolClient } from "pg";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { database } from "#lib/server/db.ts";
import { recordText } from "#lib/server/record/chain.ts";
import { type EventRow, toLogged } from "#lib/server/runs/store.ts";

type Head = {
  id: string;
  number: number;
  seq: number;
  head: string | null;
  chained_later: number;
  document: unknown;
};

const PAGE = 2_000;

/**
 * The record of a run, a line at a time, as it is stored: its events with their hashes, the procedure that was run, the
 * files of evidence, keys and signatures. What is added while it is read is not in it: nothing goes beyond the event that
 * was the last one at the beginning. `by` is the connection of a transaction where one is open.
 */
export async function* bundleLines(runId: string, by: Pool | PoolClient = database().pool): AsyncGenerator<string> {
  // Before the head, so that none is beyond it, and all of them, so that a head that was cut shows.
  const seals = await sealLines(runId, by);
  const { rows } = await by.query<Head>(
    `select run.id, number, seq, head, chained_later, p.document
     from run join procedure_version p on p.id = run.procedure_id where run.id = $1`,
    [runId],
  );
  const [run] = rows;
  if (!run) return;
  yield JSON.stringify({
    format: "switchover-bundle/1",
    run: { id: run.id, label: runLabel(run.number) },
    chainedLater: run.chained_later,
  });
  yield* eventLines(run, by);
  yield `{"procedure":${canonicalize(run.document)}}`;
  yield* evidenceLines(run, by);
  yield* seals;
  yield JSON.stringify({ end: { events: run.seq, head: run.head } });
}

async function* eventLines({ id, seq }: Head, by: Pool | PoolClient): AsyncGenerator<string> {
  for (let after = -1; ; ) {
    const { rows } = await by.query<EventRow & { hash: string | null }>(
      `select seq, at, happened_at, actor, event, hash from run_event
       where run_id = $1 and seq > $2 and seq <= $3 order by seq limit $4`,
      [id, after, seq, PAGE],
    );
    for (const row of rows) yield `["${row.hash ?? ""}",${recordText(id, toLogged(row))}]`;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.seq;
  }
}

async function* evidenceLines({ id, seq }: Head, by: Pool | PoolClient): AsyncGenerator<string> {
  const { rows } = await by.query<{ id: string }>(
    `select id from evidence_file where run_id = $1 and id::text in (
       select event -> 'evidence' ->> 'id' from run_event
       where run_id = $1 and seq <= $2 and event ->> 'type' = 'evidence.added')
     order by id`,
    [id, seq],
  );
  for (const { id: fileId } of rows) {
    const file = await by.query<{ content: Buffer }>("select content from evidence_file where id = $1", [fileId]);
    yield JSON.stringify({ evidence: { id: fileId, content: file.rows[0]?.content.toString("base64") } });
  }
}

async function sealLines(runId: string, by: Pool | PoolClient): Promise<string[]> {
  const { rows } = await by.query<{ note: string; signed_at: Date; fingerprint: string; public_key: string }>(
    `select note, signed_at, k.fingerprint, k.public_key from run_seal s join signing_key k on k.fingerprint = s.fingerprint
     where run_id = $1 order by seq`,
    [runId],
  );
  const keys = new Map(rows.map(({ fingerprint, public_key }) => [fingerprint, public_key]));
  return [
    ...[...keys].map(([fingerprint, publicKey]) => JSON.stringify({ key: { fingerprint, publicKey } })),
    ...rows.map(({ note, signed_at }) => JSON.stringify({ seal: { note, signedAt: signed_at.toISOString() } })),
  ];
}
