import { describe, expect, test } from "vitest";
import { deviationsIn } from "#lib/domain/report/deviations.ts";
import { exceptionCount, exceptions } from "#lib/domain/run/outcome.ts";
import { pairs, standing } from "#lib/domain/run/standing.ts";
import type { RunStatus } from "#lib/domain/run/state.ts";
import {
  approve,
  begin,
  breakGlass,
  byHand,
  complete,
  exit,
  fail,
  finish,
  lose,
  type Move,
  override,
  reject,
  reopen,
  request,
  retry,
  skip,
  start,
} from "#lib/domain/testing/moves.ts";
import { type Play, play, startedRun, stepOf } from "#lib/domain/testing/play.ts";
import { automated, gated, procedureOf, type StepDraft, when } from "#lib/domain/testing/procedures.ts";

type Row = [rule: string, step: StepDraft, moves: Move[], status: RunStatus];

const rows: Row[] = [
  ["done by hand", {}, byHand("1"), "completed"],
  ["done by its command", automated, [start("1"), begin("1"), finish("1", exit(0))], "completed"],
  ["automated, done by hand", automated, [start("1", { byHand: true }), complete("1")], "completed"],
  ["approved", { kind: "approval" }, [approve("1")], "completed"],
  ["failed, retried and done", {}, [start("1"), fail("1"), retry("1"), complete("1")], "completed"],
  ["not applicable", { condition: when("source_up", "yes") }, [], "completed"],
  ["skipped, reopened and done", {}, [skip("1"), reopen("1"), ...byHand("1")], "completed"],
  ["skipped before it began", {}, [skip("1")], "completed_with_exceptions"],
  ["failed and skipped", {}, [start("1"), fail("1"), skip("1")], "completed_with_exceptions"],
  ["failed and overridden", {}, [start("1"), fail("1"), override("1")], "completed_with_exceptions"],
  [
    "interrupted and overridden",
    automated,
    [start("1"), begin("1"), lose("1"), override("1")],
    "completed_with_exceptions",
  ],
  ["rejected, its glass broken", { kind: "approval" }, [reject("1"), breakGlass("1")], "completed_with_exceptions"],
];

describe("The outcome of a run with a step that was", () => {
  test.each(rows.map(([rule, step, moves, status]) => [`${rule}: ${status}`, { step, moves, status }] as const))(
    "%s",
    (_, { step, moves, status }) => {
      const ended = play(startedRun(procedureOf(step, {}), { facts: { source_up: "no" } }), ...moves, ...byHand("2"));
      expect(ended.run.status).toBe(status);
    },
  );
});

describe("The three kinds of not done", () => {
  const ended: Play = play(
    startedRun(procedureOf({ condition: when("source_up", "yes") }, {}, {}, {}), { facts: { source_up: "no" } }),
    ...[skip("2"), start("3"), fail("3"), override("3"), ...byHand("4")],
  );

  test("are told apart by status and applicability", () => {
    const told = pairs(ended.procedure, ended.run).map(
      ({ step, state }) => `${state.status}, ${standing(ended.run, step).applicability}`,
    );
    expect(told).toEqual([
      "not_started, not_applicable",
      "skipped, applicable",
      "overridden, applicable",
      "completed, applicable",
    ]);
  });

  test("are exceptions where a person decided, with who and why", () => {
    const at = expect.any(String);
    expect(exceptions(ended.procedure, ended.run)).toEqual([
      { step: "2", title: "Step 2", kind: "skipped", by: "Chie", at, reason: "not needed today" },
      { step: "3", title: "Step 3", kind: "overridden", by: "Chie", at, reason: "done on the console of the array" },
    ]);
  });

  test("are listed by the event that ends the run", () => {
    expect(ended.log.at(-1)?.event).toEqual({ type: "run.completed", exceptions: ["2", "3"] });
  });
});

test("A glass that was broken stays an exception of a run that ends before its step was begun, as in the report", () => {
  const at = startedRun(procedureOf({ ...gated.approval }, {}));
  for (const type of ["run.fail", "run.abort"] as const) {
    const ended = play(at, request("1"), breakGlass("1"), { type, reason: "too late" });
    expect(stepOf(ended, "1").status).toBe("not_started");
    expect(exceptions(ended.procedure, ended.run)).toMatchObject([{ step: "1", kind: "gate_broken", by: "Chie" }]);
    expect(deviationsIn(ended.log)).toEqual(["break_glass"]);
  }
});

test("A glass that was broken stays an exception where the step was reopened and then done as it is written", () => {
  const again = [breakGlass("1"), ...byHand("1"), reopen("1")];
  const ended = play(
    startedRun(procedureOf({ ...gated.approval }, {})),
    ...[...again, ...again, request("1"), approve("1")],
    ...[...byHand("1"), ...byHand("2")],
  );
  expect(ended.run.status).toBe("completed_with_exceptions");
  const glass = { step: "1", kind: "gate_broken", by: "Chie" };
  expect(exceptions(ended.procedure, ended.run)).toMatchObject([glass, glass]);
  expect(exceptionCount(ended.procedure, ended.run)).toBe(1);
});

test("A step that drills leave out says so, and its facts have no part in it", () => {
  const [step] = procedureOf({ inDrill: "skip", condition: when("source_up", "yes") }).phases[0]?.steps ?? [];
  if (!step) throw new Error("The example has no step.");
  const facts = { source_up: "yes" } as const;
  expect(standing({ mode: "drill", facts }, step)).toEqual({
    applicability: "not_applicable",
    because: [],
    leftOutOfDrills: true,
    onlyInDrills: false,
  });
  expect(standing({ mode: "live", facts }, step)).toMatchObject({
    applicability: "applicable",
    leftOutOfDrills: false,
    onlyInDrills: false,
  });
});
