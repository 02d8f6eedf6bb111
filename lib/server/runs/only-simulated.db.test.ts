import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { db } from "#lib/server/db.ts";
import { readPast } from "#lib/server/procedures/past.ts";
import { readProcedure } from "#lib/server/procedures/read.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { runsCsv } from "#lib/server/runs/export.ts";
import { listRuns, readRun } from "#lib/server/runs/read.ts";
import { forgetRuns } from "#lib/server/runs/recent.ts";
import { chain, person, started } from "#lib/server/testing/runs.ts";

test("A drill that was only simulated measured nothing: in the list, its file, the past of its procedure and what it was practised by", async () => {
  const mei = await person("commander", "Mei Mori");
  const run = await started(mei, chain(1), "drill");
  await execute(mei, run.id, { type: "step.start", step: "1" });
  await execute(mei, run.id, { type: "step.complete", step: "1" });
  forgetRuns();
  const { run: over } = await readRun(run.id);
  expect(over).toMatchObject({ status: "completed", onlySimulated: true });
  expect((await listRuns({ person: mei.id, limit: 200 })).runs).toMatchObject([{ onlySimulated: true }]);
  const lines = (await Array.fromAsync(runsCsv({ person: mei.id }, "program"))).join("").split("\r\n");
  const [head = [], cells = []] = lines.map((line) => line.split(","));
  expect(cells[head.indexOf("RTA (s)")]).toBe("");
  expect((await readPast(over.procedureId)).runs).toMatchObject([{ onlySimulated: true }]);
  expect((await readProcedure(over.procedureId)).lastDrill).toMatchObject({ onlySimulated: true });

  const [update] =
    /UPDATE[^;]*;/.exec(readFileSync("prisma/migrations/0039_only_simulated/migration.sql", "utf8")) ?? [];
  await db().run.update({ where: { id: run.id }, data: { onlySimulated: false } });
  await db().$executeRawUnsafe(update ?? "");
  expect((await readRun(run.id)).run, "the update says it of old runs").toEqual(over);
});

test("A drill in which every step was skipped measured nothing either: in the list and its file", async () => {
  const aki = await person("commander", "Aki Abe");
  const [skipped, done] = [await started(aki, chain(1), "drill"), await started(aki, chain(2), "drill")];
  const reason = "not today";
  await execute(aki, skipped.id, { type: "step.skip", step: "1", reason });
  await execute(aki, done.id, { type: "step.skip", step: "1", reason });
  await execute(aki, done.id, { type: "step.start", step: "2" });
  await execute(aki, done.id, { type: "step.complete", step: "2" });
  const { runs } = await listRuns({ person: aki.id, limit: 200 });
  const nothing = new Map(runs.map(({ id, nothingDone }) => [id, nothingDone]));
  expect([nothing.get(skipped.id), nothing.get(done.id)]).toEqual([true, undefined]);
  const lines = (await Array.fromAsync(runsCsv({ person: aki.id }, "program"))).join("").split("\r\n");
  const [head = [], ...cells] = lines.map((line) => line.split(","));
  const measured = (number: number) =>
    cells.find((row) => row.some((cell) => cell === runLabel(number)))?.[head.indexOf("RTA (s)")];
  expect(measured(skipped.number)).toBe("");
});
