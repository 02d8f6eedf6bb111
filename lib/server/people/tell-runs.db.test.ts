import { beforeEach, expect, it } from "vitest";
import type { Person } from "#lib/domain/actor.ts";
import { db } from "#lib/server/db.ts";
import { tellRunsOfPeople } from "#lib/server/people/tell-runs.ts";
import { changeUser } from "#lib/server/people/users.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { readRun } from "#lib/server/runs/read.ts";
import { chain, person, started } from "#lib/server/testing/runs.ts";

let admin: Person;
let commander: Person;
let operator: Person;

beforeEach(async () => {
  admin = await person("administrator", "Adam");
  commander = await person("commander", "Mei Mori");
  operator = await person("operator", "Jun Kato");
});

const lastOf = async (run: string) => db().runEvent.findFirst({ where: { runId: run }, orderBy: { seq: "desc" } });
const untold = async () => (await db().user.findMany({ where: { changedBy: { not: { equals: null } } } })).length;

it("an open run is told who was deactivated, by whom, once, and that they came back", async () => {
  const run = await started(commander, chain(2));
  await execute(commander, run.id, { type: "step.assign", step: "2", to: { person: operator.id } });
  await changeUser(admin, operator.id, { disabled: true });
  await tellRunsOfPeople();
  expect(await lastOf(run.id)).toMatchObject({
    actor: { id: admin.id, name: "Adam" },
    event: { type: "person.changed", person: { id: operator.id, name: "Jun Kato" }, role: null },
  });
  const { seq, people } = (await readRun(run.id)).run;
  expect(people).toMatchObject({ [operator.id]: { role: null } });
  await tellRunsOfPeople();
  expect((await readRun(run.id)).run.seq).toBe(seq);
  await changeUser(admin, operator.id, { disabled: false });
  await tellRunsOfPeople();
  expect((await readRun(run.id)).run.people).toMatchObject({ [operator.id]: { role: "operator" } });
  expect(await untold()).toBe(0);
});

it("so is a run whose commander has another role now; a run that does not name them is left alone", async () => {
  const run = await started(commander, chain(1));
  const other = await started(admin, chain(1));
  await changeUser(admin, commander.id, { role: "auditor" });
  await tellRunsOfPeople();
  expect((await readRun(run.id)).run.people).toMatchObject({ [commander.id]: { role: "auditor" } });
  expect((await readRun(other.id)).run).toMatchObject({ seq: other.seq, people: {} });
});

it("who only has another name or telephone is not told of", async () => {
  const run = await started(commander, chain(1));
  await changeUser(admin, commander.id, {
    name: "Mei M.",
    telephone: "+81 3 1234",
    role: "commander",
    disabled: false,
  });
  expect(await untold()).toBe(0);
  await tellRunsOfPeople();
  expect((await readRun(run.id)).run.seq).toBe(run.seq);
});

it("a change that comes while runs are told of the one before is told as well", async () => {
  const run = await started(commander, chain(1));
  await changeUser(admin, commander.id, { disabled: true });
  const telling = tellRunsOfPeople();
  await changeUser(admin, commander.id, { disabled: false });
  await telling;
  await tellRunsOfPeople();
  expect((await readRun(run.id)).run.people[commander.id]?.role ?? "commander").toBe("commander");
  expect(await untold()).toBe(0);
});

it("whom nobody changed in the console is told of as well", async () => {
  const run = await started(commander, chain(1));
  const changedBy = { kind: "system", name: "account changes" };
  await db().user.update({ where: { id: commander.id }, data: { role: "operator", changedBy } });
  await tellRunsOfPeople();
  expect(await lastOf(run.id)).toMatchObject({ actor: changedBy, event: { type: "person.changed", role: "operator" } });
});
