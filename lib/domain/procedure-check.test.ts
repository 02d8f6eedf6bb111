import { describe, expect, test } from "vitest";
import { Procedure } from "#lib/domain/procedure.ts";
import { checkProcedure, type Issue } from "#lib/domain/procedure-check.ts";
import {
  automated,
  type ProcedureDraft,
  procedureDraft,
  type StepDraft,
  when,
} from "#lib/domain/testing/procedures.ts";

const issuesOf = (steps: StepDraft[], more?: ProcedureDraft): Issue[] =>
  checkProcedure(Procedure.parse(procedureDraft(steps, more)));

const at = (...path: Issue["path"]) => path;
const inStep = (i: number, ...path: Issue["path"]) => ["phases", 0, "steps", i, ...path];
const role = (key: string) => ({ key, title: key });
const fact = (key: string) => ({ key, question: `${key}?`, label: key });
const preset = (key: string, facts = {}) => ({ key, title: key, type: "planned", facts }) as const;

type Row = { rule: string; steps: StepDraft[]; more?: ProcedureDraft; path: Issue["path"]; message: string };

const rows: Row[] = [
  {
    rule: "a step takes place at a role of the procedure",
    steps: [{ roles: ["destination", "moon"] }],
    path: inStep(0, "roles", 1),
    message: 'there is no role "moon" in this procedure',
  },
  {
    rule: "a condition asks facts of the procedure",
    steps: [{ condition: when("moon_full", "yes") }],
    path: inStep(0, "condition", "all", 0, "fact"),
    message: 'there is no fact "moon_full" in this procedure',
  },
  {
    rule: "a step waits for steps of the procedure",
    steps: [{}, { dependsOn: ["1", "12a"] }],
    path: inStep(1, "dependsOn", 1),
    message: 'there is no step "12a" in this procedure',
  },
  {
    rule: "a sub-step takes place at a role of the procedure",
    steps: [{ subSteps: [{ number: "1.1", title: "a", role: "moon" }] }],
    path: inStep(0, "subSteps", 0, "role"),
    message: 'there is no role "moon" in this procedure',
  },
  {
    rule: "the condition of a sub-step asks facts of the procedure",
    steps: [{ subSteps: [{ number: "1.1", title: "a", condition: when("moon_full", "no") }] }],
    path: inStep(0, "subSteps", 0, "condition", "all", 0, "fact"),
    message: 'there is no fact "moon_full" in this procedure',
  },
  {
    rule: "a command takes parameters of the sites that play a role of the procedure",
    steps: [{ action: { argv: ["x", { site: "folder", of: "moon" }] } }],
    path: inStep(0, "action", "argv", 1, "of"),
    message: 'there is no role "moon" in this procedure',
  },
  {
    rule: "a preset answers facts of the procedure",
    steps: [{}],
    more: { presets: [preset("planned", { moon_full: "yes" })] },
    path: at("presets", 0, "facts", "moon_full"),
    message: 'there is no fact "moon_full" in this procedure',
  },
  {
    rule: "a step number is used once",
    steps: [{}, { number: "1" }],
    path: inStep(1, "number"),
    message: '"1" is used twice',
  },
  {
    rule: "a sub-step number is used once",
    steps: [{ subSteps: ["a", "b"].map((title) => ({ number: "1.1", title })) }],
    path: inStep(0, "subSteps", 1, "number"),
    message: '"1.1" is used twice',
  },
  {
    rule: "a role is named once",
    steps: [{}],
    more: { roles: [role("destination"), role("destination")] },
    path: at("roles", 1, "key"),
    message: '"destination" is used twice',
  },
  {
    rule: "a fact is named once",
    steps: [{}],
    more: { facts: [fact("a"), fact("b"), fact("a")] },
    path: at("facts", 2, "key"),
    message: '"a" is used twice',
  },
  {
    rule: "a preset is named once",
    steps: [{}],
    more: { presets: [preset("a"), preset("a")] },
    path: at("presets", 1, "key"),
    message: '"a" is used twice',
  },
  {
    rule: "a sub-step is numbered after its step",
    steps: [{ subSteps: [{ number: "11.1", title: "a" }] }],
    path: inStep(0, "subSteps", 0, "number"),
    message: 'must begin with "1."',
  },
  {
    rule: "an automated step has an action",
    steps: [{ kind: "automated" }],
    path: inStep(0, "action"),
    message: "an automated step needs an action",
  },
  ...(["manual", "approval", "hold_point"] as const).map((kind) => ({
    rule: `a step with an action is automated, not ${kind}`,
    steps: [{ ...automated, kind }],
    path: inStep(0, "kind"),
    message: 'a step with an action must be "automated"',
  })),
  {
    rule: "an argument has no NUL, which would end it early",
    steps: [{ action: { argv: ["x", "a\0b"] } }],
    path: inStep(0, "action", "argv", 1),
    message: "must not contain NUL",
  },
];

describe("A procedure is refused, with the path of the field, unless", () => {
  test.each(rows.map((row) => [row.rule, row] as const))("%s", (_, { steps, more, path, message }) => {
    expect(issuesOf(steps, more)).toEqual([{ path, message }]);
  });
});

describe("An order that goes in a circle", () => {
  const waits = (...numbers: string[]): StepDraft => ({ dependsOn: numbers });
  const caught = (...steps: StepDraft[]) => issuesOf(steps).map(({ path }) => Number(path[3]) + 1);

  test.each<[string, StepDraft[], number[]]>([
    ["a step that waits for itself", [waits("1")], [1]],
    ["two steps that wait for each other", [waits("2"), waits("1")], [1, 2]],
    ["a first step that waits for the last", [waits("3"), {}, {}], [1, 2, 3]],
    ["not the steps before and after the circle", [{}, waits("1", "3"), waits("2"), waits("3"), waits("4")], [2, 3]],
    ["the first of two circles, and not what lies behind it", [waits("1"), waits("1"), waits("2", "3")], [1]],
    ["a circle that only a later step leads to", [{}, {}, waits("5"), waits("3"), waits("4")], [3, 4, 5]],
  ])("names the steps in it: %s", (_, steps, numbers) => {
    expect(caught(...steps)).toEqual(numbers);
  });

  test("says at the field which step it is", () => {
    expect(issuesOf([{}, waits("2")])).toEqual([
      { path: inStep(1, "dependsOn"), message: "step 2 waits for itself (2)" },
    ]);
  });

  test("is none where a step waits for later ones", () => {
    expect(issuesOf([waits("2", "3"), waits("3"), waits()])).toEqual([]);
  });
});

test("A procedure with everything in its place has no issues", () => {
  const steps: StepDraft[] = [
    { condition: when("source_up", "yes"), subSteps: [{ number: "1.1", title: "a", role: "source" }] },
    { number: "1a", ...automated, dependsOn: ["1"] },
    { kind: "approval" },
    { kind: "hold_point", dependsOn: [] },
  ];
  expect(issuesOf(steps, { presets: [preset("planned", { source_up: "yes" })] })).toEqual([]);
});

test("Every issue is named, not only the first", () => {
  expect(issuesOf([{ roles: ["moon"], condition: when("moon_full", "yes"), dependsOn: ["9"] }])).toHaveLength(3);
});

describe("The document itself is refused", () => {
  test.each<[string, StepDraft]>([
    ["an unknown field", { colour: "red" } as StepDraft],
    ["a number that is no number", { number: "one" }],
    ["a title of two lines", { title: "a\nb" }],
    ["no place", { roles: [] }],
    ["no command", { action: { argv: [] } }],
    ["a time that is not whole seconds", { expectedSeconds: 1.5 }],
    ["a parameter that is named like what every object has", { action: { argv: [{ site: "constructor" }] } }],
  ])("for %s", (_, step) => {
    expect(Procedure.safeParse(procedureDraft([step])).success).toBe(false);
  });
});
