import "server-only";
import type { OutputPiece } from "#lib/contract/runs.ts";
import { database } from "#lib/server/db.ts";
import type { Item, Listener } from "#lib/server/live/feed.ts";
import { follow, tell } from "#lib/server/live/hub.ts";
import type { AttemptJob } from "#lib/server/queue.ts";

/** What the command of an attempt writes: stored piece by piece and followed like the run itself. */

const nameOf = ({ runId, step, attempt }: AttemptJob) => `output/${runId}/${step}/${attempt}`;

/** Stores pieces and tells who follows; the same ones again change nothing. Numbers begin at 1 and have no gaps. */
export async function appendOutput(of: AttemptJob, pieces: readonly OutputPiece[]): Promise<void> {
  await database().pool.query({
    name: "append_output",
    text: `insert into attempt_output (run_id, step, attempt, piece, at, stream, text)
      select $1, $2, $3, x.piece, x.at, x.stream, x.text from jsonb_populate_recordset(null::attempt_output, $4) x
      on conflict do nothing`,
    values: [of.runId, of.step, of.attempt, JSON.stringify(pieces)],
  });
  tell(nameOf(of), pieces.map(toItem));
}

export const followOutput = (of: AttemptJob, after: number, send: Listener<OutputPiece>): (() => void) =>
  follow(nameOf(of), async (last) => (await readOutput(of, last)).map(toItem), after, { send });

/** The pieces after one, in order. */
export async function readOutput({ runId, step, attempt }: AttemptJob, after = 0): Promise<OutputPiece[]> {
  const { rows } = await database().pool.query<Omit<OutputPiece, "at"> & { at: Date }>({
    name: "read_output",
    text: `select piece, at, stream, text from attempt_output
      where run_id = $1 and step = $2 and attempt = $3 and piece > $4 order by piece`,
    values: [runId, step, attempt, after],
  });
  return rows.map(({ at, ...piece }) => ({ ...piece, at: at.toISOString() }));
}

const LAST_PIECES = 8;
const MOST_CHARACTERS = 8_000;

/** The last pieces, in order, and of each no more than its last 8,000 characters. */
export async function readLastOutput({ runId, step, attempt }: AttemptJob): Promise<OutputPiece[]> {
  const { rows } = await database().pool.query<Omit<OutputPiece, "at"> & { at: Date }>({
    name: "read_last_output",
    text: `select piece, at, stream, right(text, $4) as text from attempt_output
      where run_id = $1 and step = $2 and attempt = $3 order by piece desc limit $5`,
    values: [runId, step, attempt, MOST_CHARACTERS, LAST_PIECES],
  });
  return rows.reverse().map(({ at, ...piece }) => ({ ...piece, at: at.toISOString() }));
}

export const toItem = (value: OutputPiece): Item<OutputPiece> => ({ id: value.piece, value });
