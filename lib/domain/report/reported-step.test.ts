import { expect, test } from "vitest";
import { start } from "#lib/domain/testing/moves.ts";
import { begun, olga, play, playBy, startedRun } from "#lib/domain/testing/play.ts";
import { automated, procedureOf } from "#lib/domain/testing/procedures.ts";
import { reportOf } from "#lib/domain/testing/report-of.ts";

test("Of a run that was declared failed, each step says who worked at it, and none that nobody began has a time", () => {
  const before = startedRun(procedureOf({}, { dependsOn: [] }, { ...automated, dependsOn: [] }));
  const going = begun(play(playBy(before, olga, start("1")), start("3")), "3");
  expect(reportOf(going).steps[1], "still waited for").toMatchObject({ by: null, from: expect.any(String), to: null });
  const over = reportOf(play(going, { type: "run.fail", reason: "no power" }));
  expect(over.steps.map(({ state, by, from, to }) => [state, by, from !== null, to !== null])).toEqual([
    ["canceled", "Olga", true, true],
    ["not_started", null, false, false],
    ["canceling", "Chie", true, true],
  ]);
  expect(over.steps[1]?.segments, "the time for which it was waited for stays told").toMatchObject([
    { kind: "waiting" },
  ]);
});

test("In a drill, who went through a step is not whoever declared that it failed", () => {
  const drill = startedRun(procedureOf({}, { dependsOn: [] }), { mode: "drill" });
  const over = reportOf(play(playBy(drill, olga, start("1")), { type: "run.fail", reason: "no power" }));
  expect(over.steps[0]).toMatchObject({ state: "canceled", simulated: true, by: "Olga" });
});

test("Whoever commanded the run stands as that, and not also as one who may", () => {
  const { participants } = reportOf(playBy(startedRun(procedureOf({}, { dependsOn: [] })), olga, start("1")));
  expect(participants.map(({ name, parts }) => [name, parts.join(", ")])).toEqual([
    ["Chie", "commander of this run"],
    ["Olga", "operator, Lead"],
  ]);
});
