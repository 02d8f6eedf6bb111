import "server-only";
import type { PoolClient } from "pg";
import { type Address, addressed } from "#lib/domain/notify/addressed.ts";
import { gathered } from "#lib/domain/notify/gathered.ts";
import { type Notice, noticesOf } from "#lib/domain/notify/notices.ts";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import { fold } from "#lib/domain/run/evolve/evolve.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { database } from "#lib/server/db.ts";
import { inLanguage } from "#lib/server/language.ts";
import { log } from "#lib/server/log.ts";
import { type Audience, isHeard, readAudience } from "#lib/server/notify/audience.ts";
import { frozenProcedure } from "#lib/server/procedures/frozen.ts";
import { type EventRow, toLogged } from "#lib/server/runs/store.ts";
import { transaction } from "#lib/server/transaction.ts";
import { uuidV7 } from "#lib/server/uuid-v7.ts";
import { type Locale, locales } from "#lib/words/language.ts";

type Untold = { id: string; procedureId: string; toldSeq: number; seq: number };

const MOST_RUNS = 50;

/** The runs as they were when they were last told of, so that their logs are not read from the beginning each time. */
const kept = new Map<string, Run>();

/**
 * Reads on in the log of every run that went on, and writes down who is to be told what. What one
 * receiver is told of a run at once is one message. The place in the log moves in the same transaction: after a crash
 * nothing is left out, and nothing is written down twice. Answers how many runs.
 */
export async function followRuns(): Promise<number> {
  const { rows } = await database().pool.query<Untold>(
    `select id, procedure_id as "procedureId", told_seq as "toldSeq", seq
     from run where told_seq < seq order by number limit ${MOST_RUNS}`,
  );
  if (rows.length === 0) return 0;
  const audience = await readAudience();
  if (!isHeard(audience)) await passOver(rows);
  else await tellEach(rows, audience);
  return rows.length;
}

/** Nobody wants to hear anything, so nothing need be read. */
async function passOver(runs: readonly Untold[]): Promise<void> {
  kept.clear();
  await database().pool.query(
    `update run set told_seq = seq
     where id in (select id from run where id = any($1::uuid[]) order by number for update skip locked)`,
    [runs.map(({ id }) => id)],
  );
}

async function tellEach(runs: readonly Untold[], audience: Audience): Promise<void> {
  for (const run of runs) {
    try {
      await tell(run, audience);
    } catch (error) {
      kept.delete(run.id);
      log.error({ error, run: run.id }, "nobody could be told what happened in a run");
    }
  }
}

type Addressed = { key: string; notice: Notice; to: Address };

/** Those who read this language. */
const of = ({ readers, listeners }: Audience, language: Locale): Audience => ({
  readers: readers.filter(({ locale }) => locale === language),
  listeners: listeners.filter(({ locale }) => locale === language),
});

const lettersOf = (run: Untold, notice: Notice, { readers, listeners }: Audience): Addressed[] =>
  addressed(notice, readers, listeners).map((to) => ({
    key: [run.id, notice.key, "channel" in to ? to.channel : to.person].join(":"),
    notice: ("channel" in to && notice.overheard) || notice,
    to,
  }));

async function tell(run: Untold, audience: Audience): Promise<void> {
  const procedure = await frozenProcedure(run.procedureId);
  const people = audience.readers.map(({ person }) => person);
  const events = await eventsOf(run.id, run.toldSeq, run.seq);
  const before = await runAt(run);
  const told = locales
    .filter((language) => isHeard(of(audience, language)))
    .map((language) => {
      const { notices, after } = inLanguage(language, () => noticesOf({ procedure, people }, before, events));
      return { after, letters: notices.flatMap((notice) => lettersOf(run, notice, of(audience, language))) };
    });
  const letters = told.flatMap((each) => each.letters);
  const after = told[0]?.after;
  const moved = await moveOn(run, letters);
  if (after && moved) keep(after);
  else kept.delete(run.id);
}

async function runAt({ id, toldSeq }: Untold): Promise<Run | null> {
  const known = kept.get(id);
  return known?.seq === toldSeq ? known : fold(await eventsOf(id, 0, toldSeq));
}

function keep(run: Run): void {
  kept.delete(run.id);
  kept.set(run.id, run);
  const oldest = kept.keys().next();
  if (kept.size > MOST_RUNS && !oldest.done) kept.delete(oldest.value);
}

async function eventsOf(id: string, after: number, until: number): Promise<LoggedEvent[]> {
  const { rows } = await database().pool.query<EventRow>(
    `select seq, at, happened_at, actor, event from run_event
     where run_id = $1 and seq > $2 and seq <= $3 order by seq`,
    [id, after, until],
  );
  return rows.map(toLogged);
}

/** False when another process was first. */
const moveOn = ({ id, toldSeq, seq }: Untold, letters: readonly Addressed[]): Promise<boolean> =>
  transaction(async (tx) => {
    const { rowCount } = await tx.query("update run set told_seq = $3 where id = $1 and told_seq = $2", [
      id,
      toldSeq,
      seq,
    ]);
    if (rowCount === 0) return false;
    await writeDown(tx, letters);
    return true;
  });

/** What was told before is not told again: the run is locked by now, so nobody else tells of it meanwhile. */
async function writeDown(tx: PoolClient, letters: readonly Addressed[]): Promise<void> {
  const { rows } = await tx.query<{ key: string }>("select key from notice_part where key = any($1)", [
    letters.map(({ key }) => key),
  ]);
  const known = new Set(rows.map(({ key }) => key));
  const news = byReceiver(letters.filter(({ key }) => !known.has(key))).map((of) => ({ id: uuidV7(), of }));
  if (news.length === 0) return;
  await tx.query(
    `insert into notice_delivery (id, channel_id, user_id, email, message)
     select id, channel_id, user_id, email, message
     from jsonb_to_recordset($1) as x(id uuid, channel_id uuid, user_id uuid, email text, message jsonb)`,
    [JSON.stringify(news.map(asRow))],
  );
  await tx.query(
    `insert into notice_part (key, delivery_id)
     select key, delivery_id from jsonb_to_recordset($1) as x(key text, delivery_id uuid)`,
    [JSON.stringify(news.flatMap(({ id, of }) => of.map(({ key }) => ({ key, delivery_id: id }))))],
  );
}

type Together = [Addressed, ...Addressed[]];

/** What goes into one message: all for one person or team, each apart for a program. */
function byReceiver(letters: readonly Addressed[]): Together[] {
  const messages = new Map<string, Together>();
  for (const letter of letters) {
    const { key, to } = letter;
    const receiver = "channel" in to ? (to.each ? key : to.channel) : to.person;
    const found = messages.get(receiver);
    if (found) found.push(letter);
    else messages.set(receiver, [letter]);
  }
  return [...messages.values()];
}

const asRow = ({ id, of: [first, ...rest] }: { id: string; of: Together }) => ({
  id,
  message: {
    ...inLanguage(first.notice.message.locale, () => gathered(first.notice, ...rest.map(({ notice }) => notice))),
    zone: first.to.zone,
  },
  ...("channel" in first.to ? { channel_id: first.to.channel } : { user_id: first.to.person, email: first.to.email }),
});
