import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import type { Person } from "#lib/domain/actor.ts";
import { Procedure } from "#lib/domain/procedure.ts";
import type { Mode } from "#lib/domain/run/state.ts";
import { database, db } from "#lib/server/db.ts";
import { readPast } from "#lib/server/procedures/past.ts";
import { createRun } from "#lib/server/runs/create.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { chain, person, published, site } from "#lib/server/testing/runs.ts";

/** The next version of a procedure, in which the second step is another one. */
async function changed(id: string): Promise<string> {
  const { document, ...row } = await db().procedureVersion.findUniqueOrThrow({ where: { id } });
  const procedure = Procedure.parse(document);
  const [phase] = procedure.phases;
  const steps = phase?.steps.map((step) => (step.number === "2" ? { ...step, title: "Another step" } : step)) ?? [];
  const next = { ...procedure, phases: [{ title: "All", steps }] };
  const data = {
    ...row,
    id: randomUUID(),
    version: 2,
    hash: randomUUID().replaceAll("-", "").repeat(2),
    document: next,
  };
  return (await db().procedureVersion.create({ data })).id;
}

async function runOf(by: Person, procedureId: string, mode: Mode): Promise<string> {
  const sites = { source: await site() };
  const plan = { procedureId, mode, type: "planned", sites, facts: {}, rtoSeconds: null, start: true } as const;
  return (await createRun(by, plan)).run.id;
}

/** A run that was worked through, its steps in so many seconds each. */
async function worked(
  by: Person,
  procedureId: string,
  seconds: readonly number[],
  mode: Mode = "live",
): Promise<string> {
  const run = await runOf(by, procedureId, mode);
  for (const i of seconds.keys()) {
    await execute(by, run, { type: "step.start", step: String(i + 1) });
    await execute(by, run, { type: "step.complete", step: String(i + 1) });
  }
  for (const [i, each] of seconds.entries()) {
    // As if it had begun that much earlier.
    await database().pool.query(
      `update run_step set attempts = jsonb_set(attempts, '{0,at}',
         to_jsonb(to_char((since - make_interval(secs => $3)) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
       where run_id = $1 and number = $2`,
      [run, String(i + 1), each],
    );
  }
  return run;
}

it("gives the median of each step's time in past runs, with how many there were, and how long the runs took", async () => {
  const commander = await person("commander");
  const procedureId = await published(chain(2));
  await worked(commander, procedureId, [10, 100]);
  await worked(commander, procedureId, [30, 100]);
  const last = await worked(commander, procedureId, [40, 100]);
  const { durations, runs } = await readPast(procedureId);
  expect(durations).toEqual({ "1": { seconds: 30, runs: 3, drills: 0 }, "2": { seconds: 100, runs: 3, drills: 0 } });
  expect(runs).toHaveLength(3);
  expect(runs.at(-1)).toMatchObject({ id: last, mode: "live", status: "completed", version: 1 });
});

it("counts a step of another version only where it is the same, and what nobody did not at all", async () => {
  const commander = await person("commander");
  const procedureId = await published(chain(2));
  await worked(commander, procedureId, [10, 100]);
  const recorded = await worked(commander, procedureId, [20, 200]);
  await database().pool.query(
    `update run_step set recorded = '{"by":"somebody","at":"2026-01-01T00:00:00Z"}' where run_id = $1 and number = '1'`,
    [recorded],
  );
  const next = await changed(procedureId);
  expect((await readPast(next)).durations).toEqual({ "1": { seconds: 10, runs: 1, drills: 0 } });
});

/** As if a worker had taken its command so many seconds before the step was done. */
const begunBefore = (runId: string, seconds: number) =>
  database().pool.query(
    `update run_step set attempts = jsonb_set(attempts, '{0}', attempts->0 || jsonb_build_object('conduct', 'command',
       'begun', jsonb_build_object('worker', 'worker-1', 'at', since - make_interval(secs => $2))))
     where run_id = $1 and number = '1'`,
    [runId, seconds],
  );

it("counts what a command took from when a worker began it, not while it waited for one", async () => {
  const commander = await person("commander");
  const procedureId = await published(chain(1));
  const run = await worked(commander, procedureId, [90]);
  await begunBefore(run, 10);
  expect((await readPast(procedureId)).durations).toEqual({ "1": { seconds: 10, runs: 1, drills: 0 } });
});

it("counts what a command took, not how long people took to confirm it or to ask what became of it", async () => {
  const commander = await person("commander");
  const procedureId = await published(chain(1));
  const run = await worked(commander, procedureId, [90]);
  await begunBefore(run, 60);
  await database().pool.query(
    `update run_step set attempts = jsonb_set(attempts, '{0,ended,durationMs}', '4000') where run_id = $1`,
    [run],
  );
  expect((await readPast(procedureId)).durations).toEqual({ "1": { seconds: 4, runs: 1, drills: 0 } });
});

it("says what was known at an instant, for looking back", async () => {
  const commander = await person("commander");
  const procedureId = await published(chain(1));
  const first = await worked(commander, procedureId, [10]);
  await worked(commander, procedureId, [30]);
  const { endedAt } = await db().run.findUniqueOrThrow({ where: { id: first } });
  const then = await readPast(procedureId, endedAt?.toISOString());
  expect(then.durations).toEqual({ "1": { seconds: 10, runs: 1, drills: 0 } });
  expect(then.runs.map(({ id }) => id)).toEqual([first]);
});

it("learns nothing from what a drill only showed", async () => {
  const commander = await person("commander");
  const procedureId = await published(chain(1));
  await worked(commander, procedureId, [10], "drill");
  const { durations, runs } = await readPast(procedureId);
  expect(durations).toEqual({});
  expect(runs).toMatchObject([{ mode: "drill" }]);
});

it("learns nothing from a run in which nothing was tried, and does not count it", async () => {
  const commander = await person("commander");
  const procedureId = await published(chain(2));
  const run = await runOf(commander, procedureId, "drill");
  for (const step of ["1", "2"]) await execute(commander, run, { type: "step.skip", step, reason: "No time" });
  expect((await db().run.findUniqueOrThrow({ where: { id: run } })).status).toBe("completed_with_exceptions");
  expect(await readPast(procedureId)).toEqual({ durations: {}, runs: [] });
});

it("knows the drills that ended last beside ever so many newer live runs, of which it learns the times", async () => {
  const commander = await person("commander");
  const document = chain(1) as { phases: { steps: object[] }[] };
  for (const step of document.phases.flatMap(({ steps }) => steps)) Object.assign(step, { inDrill: "run" });
  const procedureId = await published(document);
  const drill = await worked(commander, procedureId, [30], "drill");
  const live = await worked(commander, procedureId, [10]);
  expect((await readPast(procedureId)).durations).toEqual({ "1": { seconds: 20, runs: 2, drills: 1 } });
  await db().$executeRaw`
    insert into run (id, seq, procedure_id, procedure_key, mode, type, status, sites, facts, commander_id, commander_name,
      declared_at, created_at, ended_at)
    select gen_random_uuid(), seq, procedure_id, procedure_key, mode, type, status, sites, facts, commander_id,
      commander_name, declared_at, created_at, ended_at + i * interval '1 minute'
    from run, generate_series(1, 49) i where id = ${live}::uuid`;
  const { durations, runs } = await readPast(procedureId);
  expect(runs.map(({ mode }) => mode)).toEqual(["drill", ...Array(50).fill("live")]);
  expect(runs.map(({ id }) => id).slice(0, 2)).toEqual([drill, live]);
  expect(durations).toEqual({ "1": { seconds: 10, runs: 1, drills: 0 } });
});

it("is empty for a procedure that never ran, and not found for none", async () => {
  expect(await readPast(await published(chain(1)))).toEqual({ durations: {}, runs: [] });
  await expect(readPast(randomUUID())).rejects.toMatchObject({ code: "not_found" });
});
