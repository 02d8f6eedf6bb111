import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Person } from "#lib/domain/actor.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { database, db } from "#lib/server/db.ts";
import { log } from "#lib/server/log.ts";
import { setChoice } from "#lib/server/notify/choice.ts";
import { followRuns } from "#lib/server/notify/follow-runs.ts";
import { sendDue } from "#lib/server/notify/send-due.ts";
import { changeUser } from "#lib/server/people/users.ts";
import { createRun } from "#lib/server/runs/create.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { readRun } from "#lib/server/runs/read.ts";
import { chain, person, published, site, started } from "#lib/server/testing/runs.ts";

let commander: Person;
let operator: Person;

beforeAll(async () => {
  vi.stubEnv("SMTP_URL", "smtp://127.0.0.1:9"); // nothing listens there
  vi.stubEnv("SMTP_FROM", "Switchover console <console@example.com>");
  commander = await person("commander", "Mei Mori");
  operator = await person("operator", "Jun Kato");
});

/** A run whose first step is the operator's. */
async function assigned(): Promise<Run> {
  const run = await started(commander, chain(2));
  const to = { person: operator.id };
  return (await execute(commander, run.id, { type: "step.assign", step: "1", to })).run;
}

const ofRun = (runId: string) => ({ parts: { some: { key: { startsWith: runId } } } });

async function written(runId: string): Promise<string[]> {
  const rows = await db().noticeDelivery.findMany({ where: ofRun(runId), orderBy: { id: "asc" } });
  return rows.map(({ email, message }) => `${email} ${(message as { subject: string }).subject}`);
}

const label = ({ number }: Run) => `LIVE R-${String(number).padStart(4, "0")}`;
const mailOf = ({ id }: Person) => `${id}@example.com`;

describe("what happens in a run", () => {
  it("is written down for whom it is for, once, however often the log is read and by how many", async () => {
    const run = await assigned();
    await Promise.all([followRuns(), followRuns(), followRuns()]);
    await followRuns();
    expect(await written(run.id)).toEqual([`${mailOf(operator)} ${label(run)}, step 1: ready to be started`]);
    await db().run.update({ where: { id: run.id }, data: { toldSeq: 0 } });
    await followRuns();
    expect(await written(run.id)).toHaveLength(1);
  });

  it("is read on from where it was left, and what is over by then is not told", async () => {
    const run = await assigned();
    await followRuns();
    await execute(operator, run.id, { type: "step.start", step: "1" });
    await execute(operator, run.id, { type: "help.ask", step: "1", reason: "the password is tiger" });
    await followRuns();
    await execute(commander, run.id, { type: "step.assign", step: "2", to: { person: operator.id } });
    await execute(commander, run.id, { type: "help.settle", step: "1", how: "done" });
    await execute(commander, run.id, { type: "step.complete", step: "1" });
    await execute(commander, run.id, { type: "step.start", step: "2" });
    await followRuns();
    expect(await written(run.id)).toEqual([
      `${mailOf(operator)} ${label(run)}, step 1: ready to be started`,
      `${mailOf(commander)} ${label(run)}, step 1: Jun Kato needs help`,
    ]);
    const { rows } = await database().pool.query("select message::text from notice_delivery");
    expect(JSON.stringify(rows)).not.toContain("tiger");
  });

  it("is not told to who chose otherwise, nor to who is deactivated", async () => {
    const auditor = await person("auditor");
    await setChoice(auditor, { kinds: ["run_changed"], drills: true });
    await setChoice(operator, { kinds: ["run_changed", "run_changed"], drills: true });
    const run = await assigned();
    await changeUser(await person("administrator"), operator.id, { disabled: true });
    await followRuns();
    expect(await written(run.id)).toEqual([`${mailOf(auditor)} ${label(run)}: started by Mei Mori`]);
    await changeUser(await person("administrator"), operator.id, { disabled: false });
    await setChoice(operator, { kinds: ["step_ready"], drills: true });
  });

  it("goes on while no mail server answers, which is noted and tried again later", async () => {
    const run = await assigned();
    await followRuns();
    await sendDue();
    await execute(operator, run.id, { type: "step.start", step: "1" });
    expect((await readRun(run.id)).run.steps[0]?.status).toBe("in_progress");
    const [waiting] = await db().noticeDelivery.findMany({ where: ofRun(run.id) });
    expect(waiting).toMatchObject({ state: "waiting", tries: 1, claimedUntil: null });
    expect(JSON.parse(waiting?.lastError ?? "")).toMatchObject({ code: "mail_not_reached" });
    expect(waiting?.nextAt.getTime()).toBeGreaterThan(waiting?.createdAt.getTime() ?? 0);
  });

  it("of one that cannot be read holds up no other, and is looked at again", async () => {
    log.level = "silent"; // what happens here is expected
    const run = await assigned();
    const id = randomUUID();
    await database().pool.query(
      `insert into run (id, number, seq, procedure_id, procedure_key, mode, type, status, sites, site_ids, facts,
         commander_id, commander_name, declared_at, created_at)
       select $2, 0, 2, procedure_id, procedure_key, mode, type, status, sites, site_ids, facts, commander_id,
         commander_name, declared_at, created_at from run where id = $1`,
      [run.id, id],
    );
    await database().pool.query(
      `insert into run_event (run_id, seq, at, actor, event) select $2, 2, at, actor, '{"type": "run.resumed"}'
       from run_event where run_id = $1 and seq = 1`,
      [run.id, id],
    );
    await followRuns();
    expect(await written(run.id)).toContain(`${mailOf(operator)} ${label(run)}, step 1: ready to be started`);
    expect(await db().run.findUnique({ where: { id } })).toMatchObject({ toldSeq: 0 });
  });
});

describe("command offered as a run is created", () => {
  it("is told to whom it is offered", async () => {
    const to = await person("commander");
    const procedureId = await published(chain(1));
    const [mode, type, sites, facts] = ["live", "planned", { source: await site() }, {}] as const;
    const wish = { procedureId, mode, type, sites, facts, rtoSeconds: null, offerCommandTo: to.id };
    const { run } = await createRun(commander, { ...wish, start: false });
    await followRuns();
    expect(await written(run.id)).toContain(`${mailOf(to)} ${label(run)}: Mei Mori offers you command`);
  });
});
