import { describe, expect, test } from "vitest";
import { firstFinalOf, passes, stepRows } from "#components/runs/step-rows.ts";
import { noFilter } from "#lib/client/run-filter.ts";
import type { Mode } from "#lib/domain/run/state.ts";
import { fail, start } from "#lib/domain/testing/moves.ts";
import { olga, play, startedRun } from "#lib/domain/testing/play.ts";
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

describe("A filter", () => {
  const procedure = procedureOf(
    { title: "Stop the lines", roles: ["source"] },
    { title: "Open the lines", dependsOn: [], position: "lead" },
    { title: "Call the desk", roles: ["source", "destination"], dependsOn: [], remarks: "By telephone" },
  );
  const { run } = play(startedRun(procedure), start("3"), fail("3"));
  const rows = stepRows(procedure, run, {});

  test.each([
    [{}, ["1", "2", "3"]],
    [{ site: "Tokyo (practice)" }, ["1", "3"]],
    [{ site: "Osaka (practice)" }, ["2", "3"]],
    [{ role: "destination" }, ["2", "3"]],
    [{ only: "mine" as const }, ["2"]],
    [{ only: "person" as const }, ["1"]],
    [{ only: "problems" as const }, ["3"]],
    [{ only: "failed" as const }, ["3"]],
    [{ text: " telephone" }, ["3"]],
    [{ text: "step 2" }, ["2"]],
    [{ text: "lines", site: "Osaka (practice)" }, ["2"]],
    [{ only: "problems" as const, text: "lines" }, []],
  ])("%j lets steps %j pass", (filter, expected) => {
    const seen = { filter: { ...noFilter, ...filter }, waiting: new Set(["1"]), run, person: olga };
    expect(rows.filter((row) => passes(row, seen)).map(({ step }) => step.number)).toEqual(expected);
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
