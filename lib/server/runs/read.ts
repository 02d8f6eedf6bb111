import "server-only";
import type { RunSummary } from "#lib/contract/run-summary.ts";
import type { RunFilter, RunView } from "#lib/contract/runs.ts";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import type { Run, RunSite } from "#lib/domain/run/state.ts";
import { database, db } from "#lib/server/db.ts";
import { AppError } from "#lib/server/errors.ts";
import { numberAfter, type Page, pageOf } from "#lib/server/page.ts";
import { type RunRow, type StepRow, toRun } from "#lib/server/runs/rows.ts";
import { type EventRow, searchable, toLogged } from "#lib/server/runs/store.ts";
import { t } from "#lib/words/t.ts";
import { dayEnd, dayStart } from "#lib/words/time.ts";
import { UTC } from "#lib/words/zone.ts";
import type { Prisma } from "#prisma/generated/client.ts";

const UUID = /^[0-9a-f]{8}-/i;

/** The id of a run from its id or its number (`R-0042`, `42`). */
export async function runId(reference: string): Promise<string> {
  if (UUID.test(reference)) return reference;
  const number = Number(reference.replace(/^R-/i, ""));
  const { rows } = await database().pool.query<{ id: string }>({
    name: "run_by_number",
    text: "select id from run where number = $1",
    values: [number],
  });
  const found = rows[0];
  if (!found) throw new AppError("not_found", t("There is no run {run}.", { run: reference }));
  return found.id;
}

type ViewRow = RunRow & { steps: StepRow[]; procedure: RunView["procedure"]; now: Date };

/** A run with its steps at one moment. Throws `not_found`. */
export async function readRun(reference: string): Promise<RunView> {
  const [view] = await readRuns([await runId(reference)]);
  if (!view) throw new AppError("not_found", t("There is no run {run}.", { run: reference }));
  return view;
}

/** The runs of these ids that exist, with their steps, at one moment: one statement, so nothing can come between them. */
export async function readRuns(ids: readonly string[]): Promise<RunView[]> {
  const { rows } = await database().pool.query<ViewRow>({
    name: "read_runs",
    text: `
      select run.*, clock_timestamp() as now,
        json_build_object('id', p.id, 'key', p.key, 'title', p.title, 'version', p.version, 'hash', p.hash) as procedure,
        (select json_agg(s order by s.position) from run_step s where s.run_id = run.id) as steps
      from run join procedure_version p on p.id = run.procedure_id where run.id = any($1::uuid[])`,
    values: [ids],
  });
  return rows.map((row) => ({
    run: toRun(row, row.steps),
    procedure: row.procedure,
    serverAt: row.now.toISOString(),
  }));
}

/** A list shows little of a run; the rest of its row may be long. */
const LISTED = {
  id: true,
  number: true,
  seq: true,
  mode: true,
  type: true,
  status: true,
  exceptionCount: true,
  stopped: true,
  sites: true,
  commanderId: true,
  commanderName: true,
  rtoSeconds: true,
  declaredAt: true,
  createdAt: true,
  startedAt: true,
  endedAt: true,
  reachedAt: true,
  onlySimulated: true,
  sealRefused: true,
  sealedSeq: true,
  procedure: { select: { id: true, key: true, title: true, version: true, hash: true } },
} as const;
type ListedRun = Prisma.RunGetPayload<{ select: typeof LISTED }>;

/** Runs, the latest first. Pages go by the run's number: no page is counted or skipped to. */
export async function listRuns(filter: RunFilter & Page): Promise<{ runs: RunSummary[]; next: string | null }> {
  const rows = await db().run.findMany({
    where: where(filter),
    orderBy: { number: "desc" },
    take: filter.limit + 1,
    select: LISTED,
  });
  const { page, next } = pageOf(rows, filter.limit, ({ number }) => String(number));
  return { runs: await summaries(page), next };
}

/** What a list shows of these runs, the latest first. */
export const summariesOf = async (ids: readonly string[]): Promise<RunSummary[]> =>
  summaries(await db().run.findMany({ where: { id: { in: [...ids] } }, orderBy: { number: "desc" }, select: LISTED }));

async function summaries(rows: readonly ListedRun[]): Promise<RunSummary[]> {
  const idsOf = (over: boolean) => rows.filter(({ endedAt }) => (endedAt !== null) === over).map(({ id }) => id);
  const skippedMaybe = rows.filter(({ status }) => status === "completed_with_exceptions").map(({ id }) => id);
  const [asking, signed, skipped] = await Promise.all([
    stepsAsking(idsOf(false)),
    signedOffBy(idsOf(true)),
    onlySkipped(skippedMaybe),
  ]);
  const more = ({ id }: ListedRun) => ({
    ...(asking.get(id) ?? nothingAsked),
    signedOffBy: signed.get(id) ?? [],
    ...(skipped.has(id) && { nothingDone: true as const }),
  });
  return rows.map((row) => ({ ...toSummary(row), ...more(row) }));
}

/** Those of these runs in which nothing was done but skipped, as `isNothingDone` says it. */
async function onlySkipped(runs: readonly string[]): Promise<ReadonlySet<string>> {
  if (runs.length === 0) return new Set();
  const { rows } = await database().pool.query<{ id: string }>({
    name: "only_skipped",
    text: `select run_id as id from run_step where run_id = any($1::uuid[]) group by run_id
      having bool_or(status = 'skipped') and not bool_or(status in ('completed', 'overridden'))`,
    values: [runs],
  });
  return new Set(rows.map(({ id }) => id));
}

/** Who has signed the reports of these runs off; a run that nobody has is not there. */
async function signedOffBy(runs: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  if (runs.length === 0) return new Map();
  const { rows } = await database().pool.query<{ id: string; people: string[] }>({
    name: "signed_off_by",
    text: `select id, jsonb_path_query_array(review, '$.signOffs[*].by.id') as people from run
      where id = any($1::uuid[]) and review->'signOffs' <> '[]'`,
    values: [runs],
  });
  return new Map(rows.map(({ id, people }) => [id, people]));
}

type Asking = Pick<RunSummary, "gatesWaiting" | "stepsInTrouble">;
const nothingAsked: Asking = { gatesWaiting: 0, stepsInTrouble: 0 };

/** How many steps of these runs wait for a decision, and how many are in trouble, as `digest` says it; a run of no such step is not there. */
async function stepsAsking(runs: readonly string[]): Promise<ReadonlyMap<string, Asking>> {
  if (runs.length === 0) return new Map();
  const { rows } = await database().pool.query<Asking & { id: string }>({
    name: "steps_asking",
    text: `select id, count(*) filter (where gate)::int as "gatesWaiting", count(*) filter (where trouble)::int as "stepsInTrouble"
      from (select run_id as id, status = 'awaiting_approval' as gate, help is not null or (retry_at is null
          and status in ('failed', 'timed_out', 'interrupted', 'canceled', 'rejected')) as trouble
        from run_step where run_id = any($1::uuid[])) step
      where gate or trouble group by id`,
    values: [runs],
  });
  return new Map(rows.map(({ id, ...asking }) => [id, asking]));
}

function where({ after, procedure, mode, status, over, site, text, ...more }: RunFilter & Page): Prisma.RunWhereInput {
  const before = numberAfter(after);
  return {
    ...(before !== undefined && { number: { lt: before } }),
    ...(procedure && { procedureKey: procedure }),
    ...(mode && { mode }),
    ...(status && { status }),
    ...(site && { siteIds: { has: site } }),
    ...(more.person && { personIds: { has: more.person } }),
    AND: [
      ...(over ? [{ endedAt: over === "yes" ? { not: null } : null }] : []),
      ...(more.record ? [whereRecord(more.record)] : []),
    ],
    ...(more.deviations && { deviations: whereDeviations(more.deviations) }),
    ...((more.since || more.until) && { begunAt: within(more) }),
    ...(text && { OR: [...byNumber(text.normalize("NFKC")), ...bySearch(text)] }),
  };
}

/** What was written before is found as it was typed then. */
const bySearch = (text: string): Prisma.RunWhereInput[] =>
  [...new Set([searchable(text), text.toLowerCase()])].map((one) => ({ search: { contains: literally(one) } }));

/** What a pattern of the database takes for any letters is only itself here. */
const literally = (text: string): string => text.replaceAll(/[\\%_]/g, "\\$&");

function whereDeviations(asked: NonNullable<RunFilter["deviations"]>): Prisma.StringNullableListFilter {
  if (asked === "yes" || asked === "no") return { isEmpty: asked === "no" };
  return { has: asked };
}

/** The same rule as `recordOf`; as `run_unsealed_idx` and `run_broken` ask it, which have none but those. */
function whereRecord(state: RunSummary["record"]): Prisma.RunWhereInput {
  const { seq } = db().run.fields;
  switch (state) {
    case "broken":
      return { OR: [{ sealRefused: { not: null } }, { sealedSeq: { gt: seq } }] };
    case "open":
      return { sealRefused: null, endedAt: null, sealedSeq: { lte: seq } };
    case "signed":
      return { sealRefused: null, endedAt: { not: null }, sealedSeq: { equals: seq } };
    case "unsigned":
      return { sealRefused: null, endedAt: { not: null }, sealedSeq: { lt: seq } };
  }
}

/** Whole days, by the clocks of that zone. */
const within = ({ since, until, zone = UTC }: RunFilter): Prisma.DateTimeFilter => ({
  ...(since && { gte: new Date(dayStart(since, zone)) }),
  ...(until && { lt: new Date(dayEnd(until, zone)) }),
});

function byNumber(text: string): Prisma.RunWhereInput[] {
  const match = /^(?:r-)?(\d{1,9})$/i.exec(text);
  return match ? [{ number: Number(match[1]) }] : [];
}

function toSummary(row: ListedRun): Omit<RunSummary, keyof Asking | "signedOffBy" | "nothingDone"> {
  const sites = Object.entries(row.sites as Record<string, RunSite>);
  return {
    id: row.id,
    number: row.number,
    seq: row.seq,
    procedure: row.procedure,
    mode: row.mode as RunSummary["mode"],
    type: row.type as RunSummary["type"],
    status: row.status as RunSummary["status"],
    exceptionCount: row.exceptionCount,
    stoodAt: (row.stopped as Run["stopped"])?.steps ?? [],
    sites: Object.fromEntries(sites.map(([role, site]) => [role, site.name])),
    siteIds: Object.fromEntries(sites.map(([role, site]) => [role, site.id])),
    commander: { id: row.commanderId, name: row.commanderName },
    rtoSeconds: row.rtoSeconds,
    declaredAt: row.declaredAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    ...(row.reachedAt && { reachedAt: row.reachedAt.toISOString() }),
    ...(row.onlySimulated && { onlySimulated: true }),
    record: recordOf(row),
  };
}

function recordOf({ endedAt, sealRefused, sealedSeq, seq }: ListedRun): RunSummary["record"] {
  // More was signed than there is.
  if (sealRefused !== null || sealedSeq > seq) return "broken";
  if (endedAt === null) return "open";
  return sealedSeq < seq ? "unsigned" : "signed";
}

/** The log of a run, the first event first. */
export async function readLog(
  reference: string,
  { after, limit }: Page,
): Promise<{ events: LoggedEvent[]; next: string | null }> {
  const id = await runId(reference);
  const { rows } = await database().pool.query<EventRow>({
    name: "log_page",
    text: "select seq, at, happened_at, actor, event from run_event where run_id = $1 and seq > $2 order by seq limit $3",
    values: [id, numberAfter(after) ?? 0, limit + 1],
  });
  const { page, next } = pageOf(rows, limit, ({ seq }) => String(seq));
  return { events: page.map(toLogged), next };
}

const PAGE = 1_000;

/** Every event of a run. */
export async function readWholeLog(id: string): Promise<LoggedEvent[]> {
  const all: LoggedEvent[] = [];
  for (let after: string | undefined = "0"; after !== undefined; ) {
    const { events, next }: { events: LoggedEvent[]; next: string | null } = await readLog(id, { after, limit: PAGE });
    all.push(...events);
    after = next ?? undefined;
  }
  return all;
}
