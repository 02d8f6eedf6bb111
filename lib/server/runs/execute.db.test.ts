import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import type { Command } from "#lib/domain/run/command.ts";
import { fold } from "#lib/domain/run/evolve/evolve.ts";
import { database } from "#lib/server/db.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { listRuns, readLog, readRun } from "#lib/server/runs/read.ts";
import { chain, person, started } from "#lib/server/testing/runs.ts";

const startStep: Command = { type: "step.start", step: "1" };
const all = { limit: 200 };

describe("a command on a run", () => {
  it("is written as numbered events and as the state they fold to", async () => {
    const commander = await person("commander");
    const run = await started(commander, chain(3));
    await execute(commander, run.id, startStep);
    await execute(commander, run.id, { type: "step.complete", step: "1", note: "all quiet" });
    await execute(commander, run.id, { type: "step.skip", step: "2", reason: "not today" });
    await execute(commander, run.id, { type: "sub_step.add", step: "3", title: "one more look" });
    await execute(commander, run.id, { type: "step.start", step: "3" });
    await execute(commander, run.id, { type: "sub_step.tick", step: "3", subStep: "3.1" });

    const { events } = await readLog(run.id, all);
    const { run: stored } = await readRun(run.id);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
    expect(fold(events)).toEqual(stored);
    expect(stored.steps.map(({ status }) => status)).toEqual(["completed", "skipped", "in_progress"]);
  });

  it("that fifty people press together happens once, and the others are told who was first", async () => {
    const commander = await person("commander");
    const run = await started(commander, chain(1));
    const operators = await Promise.all(Array.from({ length: 50 }, (_, i) => person("operator", `Operator ${i}`)));
    const answers = await Promise.allSettled(operators.map((operator) => execute(operator, run.id, startStep)));

    const winners = operators.filter((_, i) => answers[i]?.status === "fulfilled");
    const refusals = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
    expect(winners).toHaveLength(1);
    expect(refusals).toHaveLength(49);
    for (const refusal of refusals) {
      expect(refusal).toMatchObject({
        code: "refused",
        extras: { rejection: "step_in_other_state", by: winners[0]?.name },
      });
    }
    const { events } = await readLog(run.id, all);
    expect(events.filter(({ event }) => event.type === "step.started")).toHaveLength(1);
  });

  it("sent again with its key gives the first answer and changes nothing, also when both come at once", async () => {
    const commander = await person("commander");
    const run = await started(commander, chain(1));
    const answers = await Promise.all(
      Array.from({ length: 8 }, async () => (await execute(commander, run.id, startStep, "the same key")).result),
    );
    const first = answers.find(({ repeated }) => !repeated);
    expect(answers.filter(({ repeated }) => repeated)).toHaveLength(7);
    for (const answer of answers) expect(answer.events).toEqual(first?.events);
    expect((await readRun(run.id)).run.seq).toBe(first?.seq);
  });

  it("is refused when its key was used for another command or by somebody else", async () => {
    const commander = await person("commander");
    const operator = await person("operator");
    const run = await started(commander, chain(1));
    await execute(commander, run.id, startStep, "a key of mine");
    const complete: Command = { type: "step.complete", step: "1" };
    await expect(execute(commander, run.id, complete, "a key of mine")).rejects.toMatchObject({ code: "key_reused" });
    await expect(execute(operator, run.id, startStep, "a key of mine")).rejects.toMatchObject({ code: "key_reused" });
  });

  it("that is refused leaves nothing behind", async () => {
    const commander = await person("commander");
    const auditor = await person("auditor");
    const run = await started(commander, chain(2));
    await expect(execute(auditor, run.id, startStep)).rejects.toMatchObject({ code: "forbidden" });
    await expect(execute(commander, run.id, { type: "step.start", step: "2" })).rejects.toMatchObject({
      code: "refused",
      extras: { rejection: "step_waits" },
    });
    expect((await readRun(run.id)).run).toEqual(run);
  });

  it("on a run that is not there is not found", async () => {
    const commander = await person("commander");
    const nowhere = "018f0000-0000-7000-8000-000000000000";
    await expect(execute(commander, nowhere, startStep)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("whoever stops a run", () => {
  it.each(["run.pause", "run.abort", "run.fail"] as const)(
    "by %s is kept with when, and the update takes that of old runs from their log",
    async (type) => {
      const commander = await person("commander");
      const run = await started(commander, chain(1));
      await execute(commander, run.id, { type: "run.pause", reason: "at first" });
      if (type === "run.pause") await execute(commander, run.id, { type: "run.resume" });
      await execute(commander, run.id, { type, reason: "power" });
      const { events } = await readLog(run.id, all);
      const { run: stored } = await readRun(run.id);
      const { id, name } = commander;
      const kept = { by: { id, name }, at: events.at(-1)?.at };
      expect(stored.stopped).toEqual(type === "run.pause" ? kept : { ...kept, steps: ["1"] });
      expect(fold(events)).toEqual(stored);

      const update = /UPDATE[^;]*;/.exec(readFileSync("prisma/migrations/0023_stopped/migration.sql", "utf8"));
      const { pool } = database();
      await pool.query("update run set stopped = null where id = $1", [run.id]);
      expect((await readRun(run.id)).run).not.toHaveProperty("stopped");
      await pool.query(update?.[0] ?? "");
      expect((await readRun(run.id)).run).toEqual({ ...stored, stopped: kept });
    },
  );
});

it("An update finds when each answer of a run was given, and by whom, in its log", async () => {
  const facts = ["firewalls", "source_up"].map((key) => ({ key, question: `${key}?`, label: key }));
  const commander = await person("commander");
  const run = await started(commander, { ...Object(chain(1)), facts });
  await execute(commander, run.id, { type: "fact.answer", fact: "firewalls", answer: "no" });
  await execute(commander, run.id, { type: "fact.answer", fact: "source_up", answer: "yes" });
  await execute(commander, run.id, { type: "fact.answer", fact: "firewalls", answer: "unknown" });
  const { run: stored } = await readRun(run.id);
  expect(stored.answers).toHaveLength(3);

  const update = /UPDATE[^;]*;/.exec(readFileSync("prisma/migrations/0040_who_answered/migration.sql", "utf8"));
  const { pool } = database();
  await pool.query("update run set answers = '[]' where id = $1", [run.id]);
  expect((await readRun(run.id)).run.answers).toEqual([]);
  await pool.query(update?.[0] ?? "");
  expect((await readRun(run.id)).run).toEqual(stored);
});

describe("commands after a start", () => {
  it("do not wait for each other when more come at once than there are connections", async () => {
    const commander = await person("commander");
    const run = await started(commander, chain(1));
    vi.resetModules(); // as after a start of the process
    const cold = await import("#lib/server/runs/execute.ts");
    const texts = Array.from({ length: 30 }, (_, i) => `note ${i}`);
    await Promise.all(texts.map((text) => cold.execute(commander, run.id, { type: "note.add", text })));
    expect((await readRun(run.id)).run.seq).toBe(run.seq + 30);
  });
});

describe("commands that come together", () => {
  const note = (text: string): Command => ({ type: "note.add", text });

  it("are decided one after the other and kept by one transaction, and a refusal is its own", async () => {
    const commander = await person("commander");
    const run = await started(commander, chain(2));
    const first = execute(commander, run.id, note("the first has a turn of its own"));
    const answers = await Promise.allSettled([
      execute(commander, run.id, startStep, "start"),
      execute(commander, run.id, { type: "step.complete", step: "2" }),
      execute(commander, run.id, { type: "step.complete", step: "1" }),
      execute(commander, run.id, startStep, "start"),
    ]);
    await first;
    expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
    const seqs = answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value.result.seq : []));
    expect(seqs).toEqual([run.seq + 2, run.seq + 4, run.seq + 2]);
    const { events } = await readLog(run.id, all);
    expect(fold(events)).toEqual((await readRun(run.id)).run);
    const { rows } = await database().pool.query<{ writers: string }>(
      "select count(distinct xmin::text) as writers from run_event where run_id = $1 and seq > $2",
      [run.id, run.seq + 1],
    );
    expect(rows[0]?.writers).toBe("1");
  });

  it("do not share the fault of one of them", async () => {
    const commander = await person("commander");
    const run = await started(commander, chain(1));
    const first = execute(commander, run.id, note("the first has a turn of its own"));
    const broken = { also: [{ text: "select 1 / $1::int", values: [0] }] };
    const answers = await Promise.allSettled([
      execute(commander, run.id, note("before")),
      execute(commander, run.id, note("broken"), broken),
      execute(commander, run.id, note("after")),
    ]);
    await first;
    expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    const { events } = await readLog(run.id, all);
    const notes = events.flatMap(({ event }) => (event.type === "note.added" ? event.text : []));
    expect(notes.slice(1)).toEqual(["before", "after"]);
  });
});

describe("a run that is over with exceptions", () => {
  it("still takes notes, and keeps the count of its exceptions", async () => {
    const commander = await person("commander");
    const run = await started(commander, chain(1));
    await execute(commander, run.id, { type: "step.skip", step: "1", reason: "not today" });
    await execute(commander, run.id, { type: "note.add", text: "The step will be done on Monday." });
    const { runs } = await listRuns({ text: `R-${run.number}`, limit: 10 });
    expect(runs.find(({ id }) => id === run.id)).toMatchObject({
      status: "completed_with_exceptions",
      exceptionCount: 1,
    });
  });
});

describe("a run that was changed elsewhere", () => {
  it("is read anew, and not taken as it was known here", async () => {
    const commander = await person("commander");
    const run = await started(commander, chain(2));
    await execute(commander, run.id, startStep);
    // As another process would: the row and its step change together, and `seq` grows.
    await database().pool.query("update run_step set status = 'failed' where run_id = $1 and number = '1'", [run.id]);
    await database().pool.query("update run set seq = seq + 1 where id = $1", [run.id]);
    await expect(execute(commander, run.id, { type: "step.complete", step: "1" })).rejects.toMatchObject({
      extras: { rejection: "step_in_other_state" },
    });
  });
});

describe("a command on a run whose lock is held", () => {
  it("by a process that is gone without a word is done all the same", async () => {
    const commander = await person("commander");
    const run = await started(commander, chain(1));
    const gone = await database().pool.connect();
    gone.on("error", () => undefined);
    await gone.query("begin");
    await gone.query("select from run where id = $1 for update", [run.id]);
    const { result } = await execute(commander, run.id, startStep);
    expect(result.seq).toBe(run.seq + 1);
    gone.release(true);
  });
});

describe("the log", () => {
  it.each(["update run_event set at = now()", "delete from run_event", "truncate run_event", "truncate run cascade"])(
    "refuses: %s",
    async (statement) => {
      const run = await started(await person("commander"), chain(1));
      const before = await readLog(run.id, all);
      await expect(database().pool.query(statement)).rejects.toThrow(/never change/);
      expect(await readLog(run.id, all)).toEqual(before);
    },
  );
});
