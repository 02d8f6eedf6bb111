import "server-only";
import type { PoolClient } from "pg";
import type { Procedure } from "#lib/domain/procedure.ts";
import { deviationsIn, lateKinds } from "#lib/domain/report/deviations.ts";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import { exceptionCount } from "#lib/domain/run/outcome.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { chain } from "#lib/server/record/chain.ts";
import { recentRun } from "#lib/server/runs/recent.ts";
import { fromStep, type RunRow, type StepRow, toRun } from "#lib/server/runs/rows.ts";

/**
 * Reading and writing a run inside a transaction. Plain SQL with named statements: this is the path of every command,
 * and the same work through Prisma costs three times as much (docs/decisions/0006-sql-on-the-hot-path.md).
 */

export type LockedRun = {
  run: Run;
  /** The hash of its last event. */
  head: string;
  /** The database's clock, read under the lock: events of a run never go back. */
  now: string;
};

const RUN_COLUMNS = `id, number, seq, procedure_id, mode, type, status, reason, stopped, sites, facts, answers, outputs, automatic,
  broke_lock, commander_id, commander_name, positions, people, without_gates, review,
  presence, reminded, command_offer, taken_commands,
  rto_seconds, declared_at, created_at, started_at, ended_at, reached_at, only_simulated`;

/** Locks the run until the transaction ends. Null when there is none. */
export async function lockRun(tx: PoolClient, id: string): Promise<LockedRun | null> {
  const { rows } = await tx.query<RunRow & { now: Date; head: string | null }>({
    name: "lock_run",
    text: `select ${RUN_COLUMNS}, head, clock_timestamp() as now from run where id = $1 for update`,
    values: [id],
  });
  const row = rows[0];
  if (!row) return null;
  const { head } = row;
  if (head === null)
    throw new Error("The events of this run have no hashes: start the console, which gives them some.");
  const known = recentRun(id, row.seq);
  if (known) return { run: known, head, now: row.now.toISOString() };
  // A second statement on purpose: one that waited for the lock would show the steps as they were before it.
  const steps = await tx.query<StepRow>({
    name: "steps_of_run",
    text: "select * from run_step where run_id = $1 order by position",
    values: [id],
  });
  return { run: toRun(row, steps.rows), head, now: row.now.toISOString() };
}

/** The caller's idempotency key and the digest of what it asked. */
export type AskedKey = { key: string; digest: string };

export type Written = {
  procedure: Procedure;
  before: Run;
  after: Run;
  /** The hash of the event before these. */
  head: string;
  /** What each command gave. */
  parts: readonly { events: readonly LoggedEvent[]; asked: AskedKey | null }[];
};

/** Writes the events and what they changed, in one statement. */
export async function writeRun(tx: PoolClient, { procedure, before, after, head, parts }: Written): Promise<void> {
  const events = parts.flatMap((part) => part.events);
  const keys = parts.flatMap((part) => part.events.map(() => part.asked));
  const hashes = chain(after.id, head, events);
  const changed = after.steps.flatMap((step, i) => (step === before.steps[i] ? [] : [fromStep(step, i)]));
  await tx.query({
    name: "write_run",
    text: `
      with changed_run as (
        update run set seq = $2, status = $3, reason = $4, facts = $5, commander_id = $6, commander_name = $7,
          started_at = $8, ended_at = $9, exception_count = coalesce($10, exception_count), search = $11, outputs = $14, automatic = $15, broke_lock = $16,
          positions = $17, head = $18, review = $19, presence = $20, command_offer = $21, taken_commands = $22,
          person_ids = array(select distinct unnest(person_ids || $23::uuid[]) order by 1),
          deviations = array(select distinct unnest(deviations || $24::text[]) order by 1),
          stopped = $25, reminded = $26, declared_at = $27, answers = $28, people = $29, reached_at = $30, only_simulated = $31
        where id = $1
      ), changed_steps as (
        update run_step set status = x.status, since = x.since, by_id = x.by_id, by_name = x.by_name, reason = x.reason,
          note = x.note, evidence = x.evidence, by_rule = x.by_rule, retry_at = x.retry_at, attempts = x.attempts, ticks = x.ticks, added = x.added,
          gate = x.gate, gate_until = x.gate_until, broken_glass = x.broken_glass, attached = x.attached, recorded = x.recorded,
          assigned = x.assigned, help = x.help
        from jsonb_populate_recordset(null::run_step, $12) x
        where run_step.run_id = $1 and run_step.position = x.position
      )
      insert into run_event (run_id, seq, at, happened_at, actor, event, hash, command_key, command_digest)
      select $1, x.seq, x.at, x.happened_at, x.actor, x.event, x.hash, x.command_key, x.command_digest from jsonb_populate_recordset(null::run_event, $13) x`,
    values: [
      after.id,
      after.seq,
      after.status,
      after.reason ?? null,
      JSON.stringify(after.facts),
      after.commander.id,
      after.commander.name,
      after.startedAt,
      after.endedAt,
      // What a run was closed with stays with it, whatever counts later.
      isClosed(before) ? null : exceptionCount(procedure, after),
      searchText(after),
      JSON.stringify(changed),
      eventRows(events, hashes, keys),
      JSON.stringify(after.outputs),
      after.automatic,
      after.brokeLock ? JSON.stringify(after.brokeLock) : null,
      JSON.stringify(after.positions),
      hashes.at(-1) ?? head,
      JSON.stringify(after.review),
      JSON.stringify(after.presence),
      after.commandOffer ? JSON.stringify(after.commandOffer) : null,
      JSON.stringify(after.takenCommands),
      peopleIn(events),
      [...deviationsIn(events), ...lateKinds(procedure, after)],
      after.stopped ? JSON.stringify(after.stopped) : null,
      JSON.stringify(after.reminded),
      after.declaredAt,
      JSON.stringify(after.answers),
      JSON.stringify(after.people),
      after.reachedAt ?? null,
      after.onlySimulated ?? false,
    ],
  });
}

/** The ids of the people who did these. */
export const peopleIn = (events: readonly LoggedEvent[]): string[] => [
  ...new Set(events.flatMap(({ actor }) => (actor.kind === "person" ? [actor.id] : []))),
];

/** Events with their hashes and the keys they were asked by, as JSON for `jsonb_populate_recordset`. */
export const eventRows = (
  events: readonly LoggedEvent[],
  hashes: readonly string[],
  keys: readonly (AskedKey | null)[] = [],
): string =>
  JSON.stringify(
    events.map(({ happenedAt, ...rest }, i) => ({
      ...rest,
      happened_at: happenedAt,
      hash: hashes[i],
      command_key: keys[i]?.key,
      command_digest: keys[i]?.digest,
    })),
  );

/** What a key gave before, and the digest of what was asked then. */
export type Earlier = { digest: string; events: LoggedEvent[] };

/** What was given before, by key. */
export async function eventsOfKeys(
  tx: PoolClient,
  runId: string,
  keys: readonly string[],
): Promise<Map<string, Earlier>> {
  const { rows } = await tx.query<EventRow & { command_key: string; command_digest: string }>({
    name: "events_of_keys",
    text: `select seq, at, happened_at, actor, event, command_key, command_digest from run_event
      where run_id = $1 and command_key = any($2) order by seq`,
    values: [runId, keys],
  });
  const found = new Map<string, Earlier>();
  for (const row of rows) {
    const known = found.get(row.command_key);
    if (known) known.events.push(toLogged(row));
    else found.set(row.command_key, { digest: row.command_digest, events: [toLogged(row)] });
  }
  return found;
}

export type EventRow = { seq: number; at: Date; happened_at: Date | null; actor: unknown; event: unknown };

export const toLogged = ({ seq, at, happened_at, actor, event }: EventRow): LoggedEvent =>
  ({
    seq,
    at: at.toISOString(),
    ...(happened_at !== null && { happenedAt: happened_at.toISOString() }),
    actor,
    event,
  }) as LoggedEvent;

/** What the history's text filter looks through, in lower case: sites, everybody who took part, and why it ended. */
export const searchText = (run: Run): string =>
  searchable(
    [...new Set([...Object.values(run.sites).map((site) => site.name), ...namesIn(run), run.reason ?? ""])].join(" "),
  );

/** Letters of full and of half width are one, as are capitals and small ones. */
export const searchable = (text: string): string => text.normalize("NFKC").toLowerCase();

const namesIn = (run: Run): string[] => [
  run.commander.name,
  ...Object.values(run.positions).flatMap(({ person, deputy }) => [person?.name ?? "", deputy?.name ?? ""]),
  ...run.steps.flatMap(({ by, attempts, gate }) => [
    by.name,
    ...attempts.map((attempt) => attempt.by.name),
    ...(gate?.votes ?? []).map((vote) => vote.by.name),
  ]),
];

const isClosed = ({ status }: Run): boolean => status === "completed" || status === "completed_with_exceptions";
