import { expect, test } from "vitest";
import { when } from "#lib/domain/testing/procedures.ts";
import { db } from "#lib/server/db.ts";
import { execute } from "#lib/server/runs/execute.ts";
import { listRuns, readRun } from "#lib/server/runs/read.ts";
import { forgetRuns } from "#lib/server/runs/recent.ts";
import { person, started } from "#lib/server/testing/runs.ts";

const step = (number: string, more: object = {}) => ({
  number,
  title: `Step ${number}`,
  kind: "manual",
  roles: ["source"],
  ...more,
});

const restore = {
  format: "switchover-procedure/1",
  key: "restore",
  title: "Restore",
  roles: [{ key: "source", title: "Source" }],
  facts: [{ key: "firewalls", question: "Firewalls?", label: "firewalls" }],
  phases: [
    {
      title: "All",
      steps: [
        step("1", { subSteps: [{ number: "1.1", title: "Save the rules", condition: when("firewalls", "yes") }] }),
        step("2", { condition: when("firewalls", "yes") }),
        step("3"),
        step("4"),
      ],
    },
  ],
};

test("What an answer came too late for stays with the run in the history, and nothing that is said later changes that", async () => {
  const mei = await person("commander");
  const { id } = await started(mei, restore);
  const did = async (number: string) => {
    await execute(mei, id, { type: "step.start", step: number });
    await execute(mei, id, { type: "step.complete", step: number });
  };
  await execute(mei, id, { type: "fact.answer", fact: "firewalls", answer: "no" });
  await did("1");
  await did("3");
  await execute(mei, id, { type: "fact.answer", fact: "firewalls", answer: "yes" });
  await did("2");
  const found = async (deviations: "no" | "lines_open" | "out_of_order") =>
    (await listRuns({ person: mei.id, deviations, limit: 200 })).runs.length;
  expect([await found("no"), await found("lines_open")], "it may be put right").toEqual([1, 0]);
  await did("4");

  const listed = async () => (await listRuns({ person: mei.id, limit: 200 })).runs;
  const ended = [{ status: "completed_with_exceptions", exceptionCount: 2 }];
  expect(await listed()).toMatchObject(ended);
  expect([await found("no"), await found("lines_open"), await found("out_of_order")]).toEqual([0, 1, 1]);
  await execute(mei, id, { type: "note.add", text: "we saw" });
  expect(await listed()).toMatchObject(ended);

  // As a run ended before this was asked.
  await db().run.update({ where: { id }, data: { status: "completed", exceptionCount: 0 } });
  forgetRuns();
  await execute(mei, id, { type: "note.add", text: "we see it today" });
  expect(await listed()).toMatchObject([{ status: "completed", exceptionCount: 0 }]);
  expect((await readRun(id)).run.status).toBe("completed");
});
