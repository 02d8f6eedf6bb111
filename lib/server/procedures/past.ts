import "server-only";
import type { Past } from "#lib/contract/procedures.ts";
import type { PastDuration } from "#lib/domain/forecast.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import type { Mode, RunStatus } from "#lib/domain/run/state.ts";
import { secondsBetween } from "#lib/domain/whole-seconds.ts";
import { database } from "#lib/server/db.ts";
import { frozenProcedure } from "#lib/server/procedures/frozen.ts";
import { findVersion } from "#lib/server/procedures/read.ts";
import { WAS_TRIED } from "#lib/server/procedures/tried.ts";

/** So many of the latest runs: what took long years ago says little, and it costs the same however many there are. */
const LATEST = 50;

/**
 * What the latest runs of a procedure say about one version of it; `before` an instant, what they said then. A step counts where it was done, by hand or by a
 * command, and is the same in title and kind; from the beginning of the try that did it, by a worker or a person; of a command
 * as long as that ran, however long people took to ask for its result or to confirm it. What a drill only showed and
 * what was recorded afterwards says nothing. Throws `not_found`.
 */
export async function readPast(reference: string, before?: string): Promise<Past> {
  const { id, key } = await findVersion(reference);
  const [procedure, runs] = await Promise.all([frozenProcedure(id), latestRuns(key, before ?? null)]);
  const latest = runs.slice(0, LATEST);
  const done = await doneSteps(latest.map((run) => run.id));
  const versions = new Map<string, ReadonlySet<string>>();
  for (const { procedure_id } of latest) {
    if (!versions.has(procedure_id))
      versions.set(procedure_id, sameSteps(procedure, await frozenProcedure(procedure_id)));
  }
  const counted = done.filter(({ procedure_id, number }) => versions.get(procedure_id)?.has(number));
  return { durations: medians(counted), runs: runs.toReversed().map(asPastRun) };
}

type RunRow = {
  id: string;
  number: number;
  mode: Mode;
  status: RunStatus;
  procedure_id: string;
  version: number;
  declared_at: Date;
  ended_at: Date;
  reached_at: Date | null;
  rto_seconds: number | null;
  only_simulated: boolean;
};

/**
 * So many drills and as many live runs, or many of the one would leave nothing to be said of the other. The one that ended
 * last comes first.
 */
async function latestRuns(key: string, before: string | null): Promise<RunRow[]> {
  const { rows } = await database().pool.query<RunRow>({
    name: "past_runs",
    text: `select run.*, p.version
      from (values ('drill'), ('live')) m(mode), lateral (
          select id, number, mode, status, procedure_id, declared_at, ended_at, reached_at, rto_seconds, only_simulated from run
          where procedure_key = $1 and mode = m.mode and ${WAS_TRIED}
            and ended_at <= coalesce($2::timestamptz, 'infinity')
          order by ended_at desc limit ${LATEST}
        ) run join procedure_version p on p.id = run.procedure_id
      order by run.ended_at desc, run.number desc`,
    values: [key, before],
  });
  return rows;
}

type DoneStep = { procedure_id: string; mode: Mode; number: string; seconds: number };

async function doneSteps(runIds: readonly string[]): Promise<DoneStep[]> {
  const { rows } = await database().pool.query<DoneStep>({
    name: "past_steps",
    text: `select run.procedure_id, run.mode, s.number, coalesce(
          (did.a #>> '{ended,durationMs}')::float8 / 1000,
          extract(epoch from s.since - coalesce(did.a #>> '{begun,at}', did.a ->> 'at')::timestamptz)::float8) as seconds
      from run_step s join run on run.id = s.run_id,
        lateral (select a from jsonb_array_elements(s.attempts) a where a->>'conduct' in ('command', 'hand')
          order by (a->>'number')::int desc limit 1) did
      where s.run_id = any($1) and s.status = 'completed' and s.recorded is null`,
    values: [runIds],
  });
  return rows;
}

/** The numbers that name the same step in both. */
function sameSteps(one: Procedure, other: Procedure): ReadonlySet<string> {
  const { byNumber } = outline(other);
  const same = outline(one).steps.filter(({ number, title, kind }) => {
    const there = byNumber.get(number);
    return there?.title === title && there.kind === kind;
  });
  return new Set(same.map(({ number }) => number));
}

function medians(done: readonly DoneStep[]): Record<string, PastDuration> {
  const byStep = Map.groupBy(done, ({ number }) => number);
  return Object.fromEntries(
    [...byStep].map(([number, all]) => [
      number,
      {
        seconds: median(all.map(({ seconds }) => seconds)),
        runs: all.length,
        drills: all.filter(({ mode }) => mode === "drill").length,
      },
    ]),
  );
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)] ?? 0,
    sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0,
  ];
  return (low + high) / 2;
}

const asPastRun = (row: RunRow): Past["runs"][number] => ({
  id: row.id,
  number: row.number,
  mode: row.mode,
  status: row.status,
  version: row.version,
  endedAt: row.ended_at.toISOString(),
  rtaSeconds: secondsBetween(row.declared_at, row.reached_at ?? row.ended_at),
  rtoSeconds: row.rto_seconds,
  onlySimulated: row.only_simulated,
});
