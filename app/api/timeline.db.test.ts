import { expect, it } from "vitest";
import { GET } from "#app/api/runs/[id]/timeline/route.ts";
import type { RunTimeline } from "#lib/contract/runs.ts";
import type { Person } from "#lib/domain/actor.ts";
import { database } from "#lib/server/db.ts";
import { inLanguage } from "#lib/server/language.ts";
import { createRun } from "#lib/server/runs/create.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { readRun } from "#lib/server/runs/read.ts";
import { call, cookieOf } from "#lib/server/testing/requests.ts";
import { person, published, site } from "#lib/server/testing/runs.ts";

const manual = { kind: "manual", roles: ["source"] };

/** Of the first step the procedure says how long it takes, of the others only what was done before. */
const procedure = {
  format: "switchover-procedure/1",
  key: "planned",
  title: "Three steps",
  roles: [{ key: "source", title: "Source" }],
  phases: [
    {
      title: "All",
      steps: [
        { ...manual, number: "1", title: "Stop the services", expectedSeconds: 60 },
        { ...manual, number: "2", title: "Move the data" },
        { ...manual, number: "3", title: "Tell the users" },
      ],
    },
  ],
};

async function draft(by: Person, procedureId: string): Promise<string> {
  const sites = { source: await site() };
  const how = { mode: "live", type: "planned", facts: {}, rtoSeconds: null, start: false } as const;
  return (await createRun(by, { procedureId, sites, ...how })).run.id;
}

/** A run whose second step took so long; the third was not done. */
async function worked(by: Person, procedureId: string, seconds: number): Promise<void> {
  const id = await draft(by, procedureId);
  await execute(by, id, { type: "run.start" });
  for (const step of ["1", "2"]) {
    await execute(by, id, { type: "step.start", step });
    await execute(by, id, { type: "step.complete", step });
  }
  await execute(by, id, { type: "step.skip", step: "3", reason: "They know already" });
  // As if it had begun that much earlier.
  await database().pool.query(
    `update run_step set attempts = jsonb_set(attempts, '{0,at}',
       to_jsonb(to_char((since - make_interval(secs => $2)) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
     where run_id = $1 and number = '2'`,
    [id, seconds],
  );
}

it("the timeline of a run says what was planned as it began, whatever is done and learnt later", async () => {
  const commander = await person("commander");
  const cookie = await cookieOf(await person("auditor"));
  const procedureId = await published(procedure);
  await worked(commander, procedureId, 90);
  const id = await draft(commander, procedureId);
  const timeline = async (): Promise<RunTimeline> =>
    (await call(GET, { path: `/api/runs/${id}/timeline`, params: { id }, cookie })).json();
  expect((await timeline()).planned).toEqual({});

  await execute(commander, id, { type: "run.start" });
  const startedAt = Date.parse((await readRun(id)).run.startedAt ?? "");
  const after = (seconds: number) => new Date(startedAt + seconds * 1_000).toISOString();
  const plan = {
    1: { from: after(0), to: after(60), basis: "by the procedure" },
    2: { from: after(60), to: after(150), basis: "median of 1 past run" },
  };
  expect((await timeline()).planned).toEqual(plan);

  await execute(commander, id, { type: "step.skip", step: "1", reason: "Stopped already" });
  await execute(commander, id, { type: "run.abort", reason: "Enough for tonight" });
  await worked(commander, procedureId, 30);
  expect((await timeline()).planned).toEqual(plan);
  expect((await inLanguage("ja", timeline)).planned["1"]?.basis).toBe("手順書による");
});
