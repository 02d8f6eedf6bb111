import { readFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import type { CsvReader, RunFilter } from "#lib/contract/runs.ts";
import type { Person } from "#lib/domain/actor.ts";
import { digest, isTrouble } from "#lib/domain/run/digest.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { database, db } from "#lib/server/db.ts";
import { inLanguage } from "#lib/server/language.ts";
import { frozenProcedure } from "#lib/server/procedures/frozen.ts";
import { readPast } from "#lib/server/procedures/past.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { runsCsv } from "#lib/server/runs/export.ts";
import { listRuns, readRun } from "#lib/server/runs/read.ts";
import { forgetRuns } from "#lib/server/runs/recent.ts";
import { runsToSign, TO_SIGN } from "#lib/server/runs/to-sign.ts";
import { chain, person, started } from "#lib/server/testing/runs.ts";

let mei: Person;

beforeEach(async () => {
  mei = await person("commander", "Mei Mori");
});

const found = async (filter: RunFilter): Promise<string[]> =>
  (await listRuns({ ...filter, limit: 200 })).runs.map(({ id }) => id);

const abort = (run: Run) => execute(mei, run.id, { type: "run.abort", reason: "Only a test" });

test("The history is asked for everybody who did anything in a run, and for nobody else", async () => {
  const [run, other] = [await started(mei, chain(1)), await started(mei, chain(1))];
  const [olga, never] = [await person("operator", "Olga"), await person("operator", "Olga")];
  await execute(olga, run.id, { type: "step.start", step: "1" });
  await execute(olga, run.id, { type: "note.add", text: "once more" });
  expect(await found({ person: olga.id })).toEqual([run.id]);
  expect(await found({ person: mei.id })).toEqual([other.id, run.id]);
  expect(await found({ person: never.id })).toEqual([]);
});

test("The history says at which steps an aborted run stood, and of no other run, also as CSV", async () => {
  const [ended, goes] = [await started(mei, chain(2)), await started(mei, chain(2))];
  await execute(mei, ended.id, { type: "step.start", step: "1" });
  await execute(mei, ended.id, { type: "step.complete", step: "1" });
  await abort(ended);
  await execute(mei, goes.id, { type: "run.pause", reason: "lunch" });
  const { runs } = await listRuns({ person: mei.id, limit: 200 });
  expect(runs.map(({ id, stoodAt }) => [id, stoodAt])).toEqual([
    [goes.id, []],
    [ended.id, ["2"]],
  ]);
  expect((await csvOf({ person: mei.id })).slice(1).map((line) => line.split(",").at(-2))).toEqual(["", "2"]);
});

test("The file of runs tells how long it took to recover, and of a run that was aborted nothing", async () => {
  const [lost, done] = [await started(mei, chain(1)), await started(mei, chain(1))];
  await abort(lost);
  await execute(mei, done.id, { type: "step.start", step: "1" });
  await execute(mei, done.id, { type: "step.complete", step: "1" });
  const [head, ...lines] = (await csvOf({ person: mei.id })).map((line) => line.split(","));
  expect(lines.map((cells) => cells[head?.indexOf("RTA (s)") ?? -1])).toEqual([expect.stringMatching(/^\d+$/), ""]);
});

test("What ended a run and was entered afterwards counts for it by its true time: in the list, its file, and the past of its procedure", async () => {
  const run = await started(mei, chain(2));
  await execute(mei, run.id, { type: "step.start", step: "1" });
  await execute(mei, run.id, { type: "step.complete", step: "1" });
  const declaredAt = new Date(Date.parse(run.createdAt) - 3_600_000);
  const happenedAt = new Date(Date.parse(run.createdAt) - 3_000_000).toISOString();
  const began = new Date(declaredAt.getTime() + 1_000);
  await db().run.update({ where: { id: run.id }, data: { declaredAt, startedAt: began, createdAt: declaredAt } });
  await db().runStep.updateMany({ where: { runId: run.id, number: "1" }, data: { since: began } });
  forgetRuns();
  await execute(mei, run.id, { type: "step.record", step: "2", happenedAt, by: "Jun", note: "by hand" });

  const { run: over } = await readRun(run.id);
  expect(over).toMatchObject({ status: "completed_with_exceptions", reachedAt: happenedAt });
  expect(Date.parse(over.endedAt ?? "") - Date.parse(happenedAt)).toBeGreaterThanOrEqual(3_000_000);
  const { runs } = await listRuns({ person: mei.id, limit: 200 });
  expect(runs).toMatchObject([{ reachedAt: happenedAt, endedAt: over.endedAt }]);
  const [head = [], cells = []] = (await csvOf({ person: mei.id })).map((line) => line.split(","));
  const cell = (name: string) => cells[head.indexOf(name)];
  expect([cell("Ended (UTC)"), cell("Reached (UTC)"), cell("RTA (s)")]).toEqual([over.endedAt, happenedAt, "600"]);
  expect((await readPast(over.procedureId)).runs).toMatchObject([{ endedAt: over.endedAt, rtaSeconds: 600 }]);

  const [update] = /UPDATE[^;]*;/.exec(readFileSync("prisma/migrations/0037_reached/migration.sql", "utf8")) ?? [];
  await db().run.update({ where: { id: run.id }, data: { reachedAt: null } });
  await db().$executeRawUnsafe(update ?? "");
  expect((await readRun(run.id)).run, "the update says it of old runs").toEqual(over);
});

test("The history is asked for the days that it shows: of the start, and of the creation where a run never started", async () => {
  const [late, never] = [await started(mei, chain(1)), await started(mei, chain(1))];
  const createdAt = new Date("2026-03-01T23:00:00Z");
  await db().run.updateMany({ where: { id: { in: [late.id, never.id] } }, data: { createdAt, startedAt: null } });
  await db().run.update({ where: { id: late.id }, data: { startedAt: new Date("2026-03-02T01:00:00Z") } });
  const on = (day: string, zone?: string) => found({ person: mei.id, since: day, until: day, ...(zone && { zone }) });
  expect(await on("2026-03-01")).toEqual([never.id]);
  expect(await on("2026-03-02")).toEqual([late.id]);
  expect(await on("2026-03-02", "Asia/Tokyo")).toEqual([never.id, late.id]);
  const csv = await csvOf({ person: mei.id, since: "2026-03-02", until: "2026-03-02", zone: "Asia/Tokyo" });
  expect(csv.slice(1).map((line) => line.split(",")[1])).toEqual([never, late].map(({ number }) => runLabel(number)));
  expect(await found({ person: mei.id, since: "2026-03-02", text: "mei" })).toEqual([late.id]);
});

test("The history is asked for what is typed, whatever a database takes for any letter, in full width as in half", async () => {
  const run = await started(mei, chain(1));
  await execute(mei, run.id, { type: "run.abort", reason: "db_east is ＦＵＬＬ at 100%" });
  for (const text of ["db_east", "100%", "full", "ｆｕｌｌ"])
    expect(await found({ person: mei.id, text })).toContain(run.id);
  for (const text of ["db-east", "db%east", "f_ll", "_", "\\"]) {
    expect(await found({ person: mei.id, text }), text).toEqual(text === "_" ? [run.id] : []);
  }
});

test("The history is asked for the state of the record as the list shows it", async () => {
  const runs = await Promise.all(Array.from({ length: 5 }, () => started(mei, chain(1))));
  const [open, unsigned, signed, broken, cutOff] = runs as [Run, Run, Run, Run, Run];
  for (const run of [unsigned, signed, broken, cutOff]) await abort(run);
  const { seq } = await db().run.findUniqueOrThrow({ where: { id: signed.id } });
  await db().run.update({ where: { id: signed.id }, data: { sealedSeq: seq } });
  await db().run.update({ where: { id: broken.id }, data: { sealRefused: "event 2 was changed" } });
  // Its last event is gone, and was signed.
  await db().run.update({ where: { id: cutOff.id }, data: { sealedSeq: seq + 1 } });
  const expected = { open: [open], unsigned: [unsigned], signed: [signed], broken: [cutOff, broken] };
  for (const [record, having] of Object.entries(expected)) {
    const { runs: listed } = await listRuns({ record: record as "open", person: mei.id, limit: 200 });
    expect(listed.map((one) => [one.id, one.record]).sort()).toEqual(having.map(({ id }) => [id, record]).sort());
  }
  expect(await found({ record: "open", over: "yes", person: mei.id })).toEqual([]);
});

test("The history is asked for how people deviated, also where a step was only reopened", async () => {
  const [plain, skipped, reopened] = [
    await started(mei, chain(2)),
    await started(mei, chain(2)),
    await started(mei, chain(2)),
  ];
  await execute(mei, skipped.id, { type: "step.skip", step: "1", reason: "not needed" });
  await execute(mei, reopened.id, { type: "step.start", step: "1" });
  await execute(mei, reopened.id, { type: "step.complete", step: "1" });
  await execute(mei, reopened.id, { type: "step.reopen", step: "1", reason: "too early" });
  await execute(mei, reopened.id, { type: "note.add", text: "a deviation stays one" });
  const by = { person: mei.id };
  expect(await found({ ...by, deviations: "yes" })).toEqual([reopened.id, skipped.id]);
  expect(await found({ ...by, deviations: "no" })).toEqual([plain.id]);
  expect(await found({ ...by, deviations: "reopened" })).toEqual([reopened.id]);
  expect(await found({ ...by, deviations: "skipped" })).toEqual([skipped.id]);
});

test.each([
  ["0018_history", "person_ids"],
  ["0018_what_deviated", "deviations"],
])("The update %s takes of old runs from their log what is written with new events", async (migration, column) => {
  const olga = await person("operator", "Olga");
  const run = await started(mei, chain(3));
  await execute(olga, run.id, { type: "step.start", step: "1" });
  await execute(olga, run.id, { type: "step.complete", step: "1" });
  await execute(mei, run.id, { type: "step.reopen", step: "1", reason: "too early" });
  await execute(mei, run.id, { type: "step.skip", step: "1", reason: "not needed" });
  const paper = { happenedAt: run.createdAt, by: "Jun", note: "by hand", outOfOrder: "no time" };
  await execute(mei, run.id, { type: "step.record", step: "3", ...paper });
  const kept = async () =>
    (await db().run.findUniqueOrThrow({ where: { id: run.id } }))[columns[column] ?? "deviations"];
  const written = await kept();
  expect(written.length).toBeGreaterThan(1);
  const [update] = /UPDATE[^;]*;/.exec(readFileSync(`prisma/migrations/${migration}/migration.sql`, "utf8")) ?? [];
  await db().$executeRawUnsafe(`update run set ${column} = '{}' where id = '${run.id}'`);
  await db().$executeRawUnsafe(update ?? "");
  expect(await kept()).toEqual(written);
});

const columns: Record<string, "personIds" | "deviations"> = { person_ids: "personIds", deviations: "deviations" };

async function csvOf(filter: RunFilter, reader?: CsvReader): Promise<string[]> {
  let text = "";
  for await (const part of runsCsv(filter, reader)) text += part;
  expect(text.endsWith("\r\n")).toBe(true);
  return text.split("\r\n").slice(0, -1);
}

test("The list as CSV has what matches, with instants in UTC and nothing a spreadsheet would run", async () => {
  const eve = await person("commander", '=HYPERLINK("http://evil.example")');
  const run = await started(eve, chain(1));
  await started(mei, chain(1));
  const [head, row, ...rest] = await csvOf({ person: eve.id });
  expect(head).toMatch(
    /^Mode,Run,Type,Procedure,.*,Ended \(UTC\),RTO \(s\),RTA \(s\),Record,Stood at steps,Reached \(UTC\)$/,
  );
  expect(row).toMatch(new RegExp(`^LIVE,${runLabel(run.number)},planned,A chain of steps,1,source: site-`));
  expect(row).toContain(`,"'=HYPERLINK(""http://evil.example"")",in_progress,0,${run.declaredAt},`);
  expect(row?.endsWith(",,,,open,,")).toBe(true);
  expect(rest).toEqual([]);
});

test("To who presses the button the CSV speaks their language, also where it is sent later, and to a program English", async () => {
  const ken = await person("commander", "Ken");
  await started(ken, chain(1));
  const filter = { person: ken.id };
  const parts = inLanguage("ja", () => runsCsv(filter, "spreadsheet"));
  let text = "";
  for await (const part of parts) text += part;
  const [head, row] = text.split("\r\n");
  expect(head).toMatch(
    /^\uFEFFモード,切替実行,種別,手順書,版,.*,宣言 \(UTC\),.*,RTO \(秒\),RTA \(秒\),記録,停止時のステップ,到達 \(UTC\)$/,
  );
  expect(row).toMatch(/^本番,R-\d+,計画切替,A chain of steps,1,切替元: site-/);
  expect(row).toMatch(/,実行中,0,.*,未終了,,$/);
  expect(`${head}${row}`.replace(/RT[OA]|UTC|R-\d+|A chain of steps|site-[\w-]+|Ken|\d[\dT:.Z-]+/g, "")).not.toMatch(
    /[A-Za-z]/,
  );
  const [told = "", line = ""] = await csvOf(filter, "spreadsheet");
  expect(told).toMatch(/^\uFEFFMode,Run,/);
  expect(line).toMatch(/^LIVE,R-\d+,Planned switchover,.*,In progress,0,/);
  const forProgram = inLanguage("ja", () => csvOf(filter));
  expect(await forProgram).toEqual(await csvOf(filter));
  expect((await forProgram)[1]).toMatch(/,in_progress,0,/);
});

test("Every run is in the CSV once, over the pages by which it is read", async () => {
  const run = await started(mei, chain(1));
  await db().$executeRaw`
    insert into run (id, seq, procedure_id, procedure_key, mode, type, status, sites, site_ids, facts, commander_id,
      commander_name, declared_at, created_at, person_ids)
    select gen_random_uuid(), seq, procedure_id, procedure_key, mode, type, status, sites, site_ids, facts, commander_id,
      commander_name, declared_at, created_at, person_ids from run, generate_series(1, 2500) where run.id = ${run.id}::uuid`;
  const rows = (await csvOf({ person: mei.id })).slice(1);
  expect(rows).toHaveLength(2_501);
  expect(new Set(rows.map((row) => row.split(",")[1])).size).toBe(2_501);
});

test("The list says who has signed off the report of a run that is over", async () => {
  const [signed, unsigned] = [await started(mei, chain(1)), await started(mei, chain(1))];
  await abort(signed);
  await abort(unsigned);
  await execute(mei, signed.id, { type: "report.sign_off", as: "Commander" });
  const { runs } = await listRuns({ person: mei.id, over: "yes", limit: 10 });
  const of = (id: string) => runs.find((run) => run.id === id)?.signedOffBy;
  expect([of(signed.id), of(unsigned.id)]).toEqual([[mei.id], []]);
});

test("Every report waits for its commander's sign-off until they have signed it, however many newer ones they signed", async () => {
  const runs: Run[] = [];
  for (const each of Array.from({ length: 3 }, () => chain(1))) runs.push(await started(mei, each));
  const [waits, signed, goesOn] = runs as [Run, Run, Run];
  for (const run of [waits, signed]) await abort(run);
  await execute(mei, signed.id, { type: "report.sign_off", as: "Commander" });
  const auditor = await person("auditor", "Anna");
  await execute(auditor, waits.id, { type: "report.sign_off", as: "Auditor" });
  const toSign = async (by: Person) => (await runsToSign(by.id)).runs.map(({ id }) => id);
  expect(await toSign(mei)).toEqual([waits.id]);
  expect(await toSign(auditor)).toEqual([]);
  expect(goesOn.status).not.toBe("aborted");
  await execute(mei, signed.id, { type: "note.add", text: "Thank you all" });
  expect(await toSign(mei), "a note changes nothing of what was signed").toEqual([waits.id]);
  await execute(auditor, signed.id, { type: "report.state", stated: { rpaSeconds: 900 } });
  expect(await toSign(mei), "what came after is not signed").toEqual([signed.id, waits.id]);
  await execute(mei, signed.id, { type: "report.sign_off", as: "Commander" });
  expect(await toSign(mei)).toEqual([waits.id]);
  const copy = (from: Run, times: number) => db().$executeRaw`
    insert into run (id, seq, procedure_id, procedure_key, mode, type, status, sites, site_ids, facts, commander_id,
      commander_name, declared_at, created_at, ended_at, review)
    select gen_random_uuid(), seq, procedure_id, procedure_key, mode, type, status, sites, site_ids, facts, commander_id,
      commander_name, declared_at, created_at, ended_at, review from run, generate_series(1, ${times}::int)
    where run.id = ${from.id}::uuid`;
  await copy(signed, 500);
  expect(await toSign(mei)).toEqual([waits.id]);
  const client = await database().pool.connect();
  await client.query("begin; set local enable_seqscan = off; analyze run");
  const plan = await client.query(`explain ${TO_SIGN.replace("$1", `'${mei.id}'`).replace("$2", "51")}`);
  await client.query("rollback");
  client.release();
  expect(JSON.stringify(plan.rows), "which the signed ones do not make slower").toContain("run_to_sign");
  await copy(waits, 51);
  const { runs: shown, more } = await runsToSign(mei.id);
  expect([shown.length, more]).toEqual([50, true]);
});

test("The list says how many steps are in trouble, as the run itself tells it, until that is decided or the run is over", async () => {
  const [run, aborted] = [await started(mei, chain(2)), await started(mei, chain(2))];
  const olga = await person("operator", "Olga");
  const listed = async () => (await listRuns({ person: mei.id, limit: 10 })).runs.map((each) => each.stepsInTrouble);
  expect(await listed()).toEqual([0, 0]);
  for (const { id } of [run, aborted]) {
    await execute(olga, id, { type: "step.start", step: "1" });
    await execute(olga, id, { type: "help.ask", step: "1", reason: "The key is lost" });
  }
  expect(await listed(), "somebody asked for help").toEqual([1, 1]);
  await execute(olga, run.id, { type: "step.fail", step: "1", reason: "No key" });
  await abort(aborted);
  expect(await listed(), "it failed").toEqual([0, 1]);
  const { run: now } = await readRun(run.id);
  const { waiting } = digest(await frozenProcedure(now.procedureId), now);
  const inTrouble = waiting.filter(({ need }) => isTrouble(need)).map(({ step }) => step);
  expect(await listed(), "each step once").toEqual([0, new Set(inTrouble).size]);
  await execute(mei, run.id, { type: "step.skip", step: "1", reason: "Not today" });
  expect(await listed()).toEqual([0, 0]);
});

test("The list says where a gate waits for somebody, until it is decided or the run is over", async () => {
  const document = chain(2) as { phases: { steps: object[] }[] };
  for (const step of document.phases.flatMap(({ steps }) => steps)) Object.assign(step, { gate: { kind: "poll" } });
  const [decided, aborted] = [await started(mei, document), await started(mei, document)];
  const gates = async () =>
    new Map((await listRuns({ person: mei.id, limit: 10 })).runs.map(({ id, gatesWaiting }) => [id, gatesWaiting]));
  expect([...(await gates()).values()]).toEqual([1, 1]);
  await execute(mei, decided.id, { type: "gate.decide", step: "1", decision: "go" });
  await abort(aborted);
  expect([...(await gates()).values()]).toEqual([0, 0]);
});
