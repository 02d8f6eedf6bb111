import { expect, it } from "vitest";
import { GET as readProcedures } from "#app/api/procedures/several/route.ts";
import { GET as readRuns } from "#app/api/runs/several/route.ts";
import { readProcedure } from "#lib/server/procedures/read.ts";
import { readRun } from "#lib/server/runs/read.ts";
import { call, cookieOf } from "#lib/server/testing/requests.ts";
import { chain, person, started } from "#lib/server/testing/runs.ts";

const MISSING = "01890000-0000-7000-8000-000000000000";

async function two() {
  const commander = await person("commander");
  const runs = [await started(commander, chain(2)), await started(commander, chain(3))];
  const asked = async (handler: typeof readRuns, ids: readonly string[]) => {
    const path = `/api/several?ids=${ids.join()}`;
    const answer = await call(handler, { path, cookie: await cookieOf(commander) });
    return { status: answer.status, body: await answer.json() };
  };
  return { runs, asked };
}

it("answers each run as it is answered by itself, and leaves out what does not exist", async () => {
  const { runs, asked } = await two();
  const ids = runs.map(({ id }) => id);
  const { status, body } = await asked(readRuns, [...ids, MISSING]);
  expect(status).toBe(200);
  const alone = await Promise.all(ids.map(readRun));
  const byId = (a: { run: { id: string } }, b: { run: { id: string } }) => a.run.id.localeCompare(b.run.id);
  const answered = body.runs.toSorted(byId).map((view: object) => ({ ...view, serverAt: expect.any(String) }));
  expect(alone.toSorted(byId)).toEqual(answered);
});

it("answers each version of a procedure as it is answered by itself", async () => {
  const { runs, asked } = await two();
  const ids = [...new Set(runs.map(({ procedureId }) => procedureId))];
  const { status, body } = await asked(readProcedures, [...ids, MISSING]);
  expect(status).toBe(200);
  const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
  expect(body.procedures.toSorted(byId)).toEqual((await Promise.all(ids.map(readProcedure))).toSorted(byId));
});

it.each(["", "42", `${MISSING},`, Array(101).fill(MISSING).join()])("says that %j is no list of ids", async (ids) => {
  const { asked } = await two();
  const { status, body } = await asked(readRuns, [ids]);
  expect(status).toBe(400);
  expect(JSON.stringify(body.issues)).toContain("ids");
});
