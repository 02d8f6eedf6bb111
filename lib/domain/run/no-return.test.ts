import { describe, expect, test } from "vitest";
import { abort, start } from "#lib/domain/testing/moves.ts";
import { answer, ask, begun, chie, type Play, play, startedRun } from "#lib/domain/testing/play.ts";
import { automated, procedureOf, type StepDraft } from "#lib/domain/testing/procedures.ts";

describe("The point of no return", () => {
  const step: StepDraft = { ...automated, pointOfNoReturn: true };
  const confirmation = "R-0042";
  test.each<[string, () => Play, string]>([
    [
      "is not passed by what is queued",
      () => play(startedRun(procedureOf(step, {})), start("1", { confirmation })),
      "step.canceled, run.aborted",
    ],
    [
      "is passed once the command has begun",
      () => begun(play(startedRun(procedureOf(step, {})), start("1", { confirmation })), "1"),
      "no_return_passed",
    ],
    [
      "is passed by hand",
      () => play(startedRun(procedureOf(step, {})), start("1", { byHand: true, confirmation })),
      "no_return_passed",
    ],
    [
      "is not passed in a drill that simulates it",
      () => play(startedRun(procedureOf(step, {}), { mode: "drill" }), start("1")),
      "step.withheld, run.aborted",
    ],
  ])("%s", (_, at, result) => expect(answer(ask(at(), abort, chie))).toBe(result));

  test("leaves the way to declare the run failed", () => {
    const at = begun(play(startedRun(procedureOf(step, {})), start("1", { confirmation })), "1");
    expect(answer(ask(at, { type: "run.fail", reason: "switch back" }))).toContain("run.failed");
  });
});
