import "server-only";
import type { PoolClient } from "pg";
import type { NewRun, RunView } from "#lib/contract/runs.ts";
import type { Person } from "#lib/domain/actor.ts";
import type { Answer } from "#lib/domain/condition.ts";
import { can } from "#lib/domain/grants.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { type Decision, decide } from "#lib/domain/run/decide/decide.ts";
import type { Situation } from "#lib/domain/run/decide/ruling.ts";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import { evolve } from "#lib/domain/run/evolve/evolve.ts";
import { draftInstead } from "#lib/domain/run/rejection/locks-told.ts";
import type { Rejection } from "#lib/domain/run/rejection/rejection.ts";
import type { Filled, Run } from "#lib/domain/run/state.ts";
import { database, db } from "#lib/server/db.ts";
import { AppError, wrongField } from "#lib/server/errors.ts";
import { announce } from "#lib/server/live/run-feed.ts";
import { activePeople } from "#lib/server/people/active.ts";
import { procedureHash as documentHash } from "#lib/server/procedures/canonical.ts";
import { frozenProcedure } from "#lib/server/procedures/frozen.ts";
import { chain, GENESIS } from "#lib/server/record/chain.ts";
import { refusal } from "#lib/server/runs/execute.ts";
import { readLocks } from "#lib/server/runs/locks.ts";
import { readRun } from "#lib/server/runs/read.ts";
import { fromStep } from "#lib/server/runs/rows.ts";
import { eventRows, peopleIn, searchText } from "#lib/server/runs/store.ts";
import { sitesByRole } from "#lib/server/sites/run-sites.ts";
import { transaction } from "#lib/server/transaction.ts";
import { uuidV7 } from "#lib/server/uuid-v7.ts";
import { t } from "#lib/words/t.ts";

/**
 * Creates a run of a published version, with the sites as they are now, and starts it when asked. The creator commands
 * it, and may offer command at once. The same id twice gives the run that is there, when it is the creator's own.
 * @throws AppError `invalid_request` naming the field, `conflict` when the id is somebody else's run or a version was
 * published since the caller looked, `refused` when it is to start at once and another live run holds its procedure or sites
 */
export async function createRun(actor: Person, input: NewRun): Promise<RunView> {
  const id = input.id ?? uuidV7();
  const events = await writeNew(actor, input, id).catch(async (fault: unknown) => {
    // Pressed again after a lost answer: what refuses a second run may be the first.
    if (fault instanceof AppError && (await creatorOf(id)) !== null) return [];
    throw fault;
  });
  const view = await readRun(id);
  if (events.length > 0) announce(id, events);
  else if (!isOfWish(view.run, input) || (await creatorOf(id)) !== actor.id)
    throw new AppError("conflict", t("This id belongs to another run."));
  return view;
}

/** The events of the new run; none where there is one with this id. */
async function writeNew(actor: Person, input: NewRun, id: string): Promise<LoggedEvent[]> {
  const procedure = await frozenProcedure(input.procedureId);
  if (input.latestSeen !== undefined) await refuseUnseenVersion(procedure.key, input.latestSeen);
  const sites = await sitesByRole(procedure, input.sites);
  const facts = factsFor(procedure, input.facts);
  const procedureHash = documentHash(procedure);
  const withoutGates = gatesLeftOut(procedure, input.withoutGates ?? []);
  const positions = await filledPositions(procedure, input.positions ?? {});
  return await transaction(async (tx) => {
    const { number, now } = await nextNumber(tx);
    const { procedureId, mode, type, rtoSeconds, declaredAt } = input;
    if (declaredAt !== undefined && declaredAt > now) throw wrongField("declaredAt", t("is in the future"));
    const created: LoggedEvent = {
      seq: 1,
      at: now,
      actor,
      event: {
        type: "run.created",
        run: {
          id,
          number,
          procedureId,
          mode,
          type,
          sites,
          facts,
          rtoSeconds,
          ...(declaredAt !== undefined && { declaredAt }),
          withoutGates,
          procedureHash,
          positions,
        },
        steps: outline(procedure).steps.map((step) => step.number),
      },
    };
    const draft = evolve(null, created);
    const situation = { procedure, actor, now };
    const offered = await offerCommand(tx, { ...situation, run: draft }, input.offerCommandTo);
    const started = await startAtOnce(tx, { ...situation, run: offered.run }, input.start);
    const all = [created, ...offered.events, ...started.events];
    const inserted = await insertRun(tx, started.run, procedure.key, all);
    return inserted ? all : [];
  });
}

async function refuseUnseenVersion(key: string, seen: string): Promise<void> {
  const latest = await db().procedureVersion.findFirst({ where: { key }, orderBy: { version: "desc" } });
  if (!latest || latest.id === seen) return;
  const message = t("v{version} of this procedure was published meanwhile. Choose it, or press again for this one.", {
    version: latest.version,
  });
  throw new AppError("conflict", message);
}

type Accepted = Pick<Extract<Decision, { ok: true }>, "run" | "events">;

/** By the rule of every offer; what it refuses is a fault of the field that asked for it. */
async function offerCommand(tx: PoolClient, situation: Situation, to: string | undefined): Promise<Accepted> {
  if (to === undefined) return { run: situation.run, events: [] };
  const people = await activePeople(tx, [to]);
  const decision = decide({ ...situation, people }, { type: "command.offer", to });
  if (decision.ok) return decision;
  const { rejection } = decision;
  switch (rejection.code) {
    case "already_commander":
      throw wrongField("offerCommandTo", t("is whoever creates the run, and commands it anyway"));
    case "person_not_found":
      throw wrongField("offerCommandTo", t("is nobody who can act now"), t("Commander"));
    case "person_may_not":
      throw wrongField(
        "offerCommandTo",
        t("is {role}, who commands no runs", { role: t(rejection.role) }),
        t("Commander"),
      );
    default:
      throw refusal(rejection);
  }
}

async function startAtOnce(tx: PoolClient, situation: Situation, start: boolean): Promise<Accepted> {
  if (!start) return { run: situation.run, events: [] };
  const locks = await readLocks(tx, situation.procedure, situation.run);
  const decision = decide({ ...situation, locks }, { type: "run.start" });
  if (!decision.ok) throw refusal(decision.rejection, asDraft(decision.rejection));
  return decision;
}

const asDraft = (rejection: Rejection): (() => string) | undefined =>
  rejection.code === "run_locked" ? () => draftInstead(rejection.locks) : undefined;

const isOfWish = (run: Run, { procedureId, mode, type }: NewRun): boolean =>
  run.procedureId === procedureId && run.mode === mode && run.type === type;

/** Who made the run with this id, whoever commands it by now; null when there is none. */
async function creatorOf(id: string): Promise<string | null> {
  const { rows } = await database().pool.query<{ creator: string }>(
    "select actor->>'id' as creator from run_event where run_id = $1 and seq = 1",
    [id],
  );
  return rows[0]?.creator ?? null;
}

async function nextNumber(tx: PoolClient): Promise<{ number: number; now: string }> {
  const { rows } = await tx.query<{ number: number; now: Date }>(
    "select nextval(pg_get_serial_sequence('run', 'number'))::int as number, clock_timestamp() as now",
  );
  const row = rows[0];
  if (!row) throw new Error("The database gave no number.");
  return { number: row.number, now: row.now.toISOString() };
}

/** False when a run with this id is there already; nothing is written then. */
async function insertRun(tx: PoolClient, run: Run, procedureKey: string, events: LoggedEvent[]): Promise<boolean> {
  const hashes = chain(run.id, GENESIS, events);
  const siteIds = [...new Set(Object.values(run.sites).map((site) => site.id))];
  const { rowCount } = await tx.query(
    `insert into run (id, number, seq, procedure_id, procedure_key, mode, type, status, sites, site_ids, facts,
       commander_id, commander_name, rto_seconds, exception_count, declared_at, created_at, started_at, ended_at, search,
       positions, without_gates, head, person_ids, command_offer)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 0, $15, $16, $17, $18, $19, $20, $21, $22, $23,
       $24)
     on conflict (id) do nothing`,
    [
      run.id,
      run.number,
      run.seq,
      run.procedureId,
      procedureKey,
      run.mode,
      run.type,
      run.status,
      JSON.stringify(run.sites),
      siteIds,
      JSON.stringify(run.facts),
      run.commander.id,
      run.commander.name,
      run.rtoSeconds,
      run.declaredAt,
      run.createdAt,
      run.startedAt,
      run.endedAt,
      searchText(run),
      JSON.stringify(run.positions),
      run.withoutGates,
      hashes.at(-1),
      peopleIn(events),
      run.commandOffer ? JSON.stringify(run.commandOffer) : null,
    ],
  );
  if (rowCount === 0) return false;
  await tx.query(
    `insert into run_step select (jsonb_populate_record(null::run_step, x || jsonb_build_object('run_id', $1::text))).*
     from jsonb_array_elements($2::jsonb) x`,
    [run.id, JSON.stringify(run.steps.map(fromStep))],
  );
  await tx.query(
    `insert into run_event (run_id, seq, at, actor, event, hash)
     select $1, x.seq, x.at, x.actor, x.event, x.hash from jsonb_populate_recordset(null::run_event, $2) x`,
    [run.id, eventRows(events, hashes)],
  );
  return true;
}

function factsFor(procedure: Procedure, answers: Record<string, Answer>): Record<string, Answer> {
  const unknown = Object.keys(answers).find((fact) => !procedure.facts.some(({ key }) => key === fact));
  if (unknown) throw wrongField(`facts.${unknown}`, t("is no fact of this procedure"));
  return Object.fromEntries(procedure.facts.map(({ key }) => [key, answers[key] ?? "unknown"]));
}

/** Names for ids. Only active people whose role lets them take part, in positions that the procedure has. */
async function filledPositions(
  procedure: Procedure,
  wanted: NonNullable<NewRun["positions"]>,
): Promise<Record<string, Filled>> {
  const ids = Object.values(wanted).flatMap(({ person, deputy }) => [person, deputy].filter((id) => id !== undefined));
  const people = await activePeople(database().pool, ids);
  const filled: Record<string, Filled> = {};
  for (const [key, parts] of Object.entries(wanted)) {
    const path = `positions.${key}`;
    const position = procedure.positions?.find((each) => each.key === key);
    if (!position) throw wrongField(path, t("is no position of this procedure"));
    if (parts.person !== undefined && parts.person === parts.deputy)
      throw wrongField(`${path}.deputy`, t("is the same person"));
    for (const part of ["person", "deputy"] as const) {
      const id = parts[part];
      if (id === undefined) continue;
      const found = people.find((person) => person.id === id);
      const called = part === "person" ? position.title : t("{position}, deputy", { position: position.title });
      if (!found) throw wrongField(`${path}.${part}`, t("is nobody who can act now"), called);
      if (!can(found.role, "run.note"))
        throw wrongField(`${path}.${part}`, t("is {role}, who takes no part in runs", { role: t(found.role) }), called);
      filled[key] = { ...filled[key], [part]: { id, name: found.name } };
    }
  }
  return filled;
}

/** Only what is suggested may be left out; what the procedure asks for is broken during the run, for all to see. */
function gatesLeftOut(procedure: Procedure, steps: readonly string[]): string[] {
  const { byNumber } = outline(procedure);
  const not = steps.find((number) => !byNumber.get(number)?.gate?.suggested);
  if (not !== undefined)
    throw wrongField("withoutGates", t("has step {step}, which has no suggested gate", { step: not }));
  return [...new Set(steps)];
}
