import { describe, expect, test } from "vitest";
import { firstFinalOf, passing, stepRows } from "#components/runs/list/step-rows.ts";
import { noFilter, type RunFilter } from "#lib/client/run/run-filter.ts";
import { digest } from "#lib/domain/run/digest.ts";
import type { Mode } from "#lib/domain/run/state.ts";
import { addSubStep, fail, start } from "#lib/domain/testing/moves.ts";
import { olga, play, startedRun } from "#lib/domain/testing/play.ts";
import type { StepDraft } from "#lib/domain/testing/procedures.ts";
import { automated, procedureOf, when } from "#lib/domain/testing/procedures.ts";
import { asRead } from "#lib/words/testing/as-read.ts";

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
    {
      title: "ＤＲ切替手順１",
      roles: ["source"],
      subSteps: [{ number: "4.1", title: "Mount the ﾃﾞｰﾀ", condition: when("firewalls", "no") }],
    },
  );
  const at = play(startedRun(procedure), start("3"), fail("3"), addSubStep("4", "Tell the guards"));
  const passingOf = (filter: Partial<RunFilter>) =>
    passing(stepRows(procedure, at.run, {}), {
      ...{ filter: { ...noFilter, ...filter }, digest: digest(procedure, at.run), run: at.run, person: olga },
    });

  test.each<[Partial<RunFilter>, string[]]>([
    [{}, ["1", "2", "3", "4"]],
    [{ site: "Tokyo (practice)" }, ["1", "3", "4"]],
    [{ site: "Osaka (practice)" }, ["2", "3"]],
    [{ role: "destination" }, ["2", "3"]],
    [{ only: "mine" }, ["2"]],
    [{ only: "person" }, ["1", "2", "3"]],
    [{ only: "problems" }, ["3"]],
    [{ only: "failed" }, ["3"]],
    [{ text: " telephone" }, ["3"]],
    [{ text: "step 2" }, ["2"]],
    [{ text: "lines", site: "Osaka (practice)" }, ["2"]],
    [{ only: "problems", text: "lines" }, []],
    [{ text: "4.1" }, ["4"]],
    [{ text: "step 4.2" }, ["4"]],
    [{ text: "guards" }, ["4"]],
    [{ text: "2" }, ["2"]],
    [{ text: "step ２" }, ["2"]],
    [{ text: "DR切替" }, ["4"]],
    [{ text: "データ" }, ["4"]],
    [{ text: "ＣＡＬＬ" }, ["3"]],
  ])("%j lets steps %j pass", (filter, expected) => {
    expect([...passingOf(filter)].map(({ step }) => step.number)).toEqual(expected);
  });
});

describe("A folded row", () => {
  test("says whose the step is and how long it takes, until somebody begins it", () => {
    const procedure = procedureOf({ position: "lead", expectedSeconds: 540 }, { dependsOn: [] });
    const begun = startedRun(procedure);
    const [lead, other] = stepRows(procedure, begun.run, {});
    expect(asRead(lead?.ahead)).toBe("Lead (Olga), about 9 min, by the procedure");
    expect(other?.ahead).toBeNull();
    expect(stepRows(procedure, play(begun, start("1")).run, {})[0]?.ahead).toBeNull();
  });

  test("tells what past runs took", () => {
    const procedure = procedureOf({});
    const past = { "1": { seconds: 540, runs: 3, drills: 3 } };
    expect(asRead(stepRows(procedure, startedRun(procedure).run, past)[0]?.ahead)).toBe(
      "about 9 min, median of 3 drills",
    );
  });
});
