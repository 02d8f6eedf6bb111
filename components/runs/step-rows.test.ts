import { describe, expect, test } from "vitest";
import { firstFinalOf, stepRows } from "#components/runs/step-rows.ts";
import type { Mode } from "#lib/domain/run/state.ts";
import { start } from "#lib/domain/testing/moves.ts";
import { play, startedRun } from "#lib/domain/testing/play.ts";
import type { StepDraft } from "#lib/domain/testing/procedures.ts";
import { automated, procedureOf } from "#lib/domain/testing/procedures.ts";

const rowsOf = (mode: Mode, ...steps: StepDraft[]) => {
  const procedure = procedureOf(...steps);
  return stepRows(procedure, startedRun(procedure, { mode }).run, {});
};

describe("The line across the list", () => {
  const final = { ...automated, irreversible: true as const };
  const noReturn = { ...automated, pointOfNoReturn: true as const };

  test.each([
    ["live" as const, [{}, final, {}, noReturn], "4"],
    ["live" as const, [{}, final, final], "2"],
    ["live" as const, [{}, {}], undefined],
    ["drill" as const, [{}, { ...noReturn, inDrill: "simulate" as const }], undefined],
    ["drill" as const, [{}, { ...final, inDrill: "run" as const }], "2"],
  ])("of a run that is %s, with %j, stands before step %s", (mode, steps, before) => {
    expect(firstFinalOf(rowsOf(mode, ...steps))?.step.number).toBe(before);
  });
});

describe("A folded row", () => {
  test("says whose the step is and how long it takes, until somebody begins it", () => {
    const procedure = procedureOf({ position: "lead", expectedSeconds: 540 }, { dependsOn: [] });
    const begun = startedRun(procedure);
    const [lead, other] = stepRows(procedure, begun.run, {});
    expect(lead?.ahead).toBe("Lead (Olga), about 9 min, by the procedure");
    expect(other?.ahead).toBeNull();
    expect(stepRows(procedure, play(begun, start("1")).run, {})[0]?.ahead).toBeNull();
  });

  test("tells what past runs took", () => {
    const procedure = procedureOf({});
    const past = { "1": { seconds: 540, runs: 3, drills: 3 } };
    expect(stepRows(procedure, startedRun(procedure).run, past)[0]?.ahead).toBe("about 9 min, median of 3 drills");
  });
});
