import { describe, expect, test } from "vitest";
import { blankRow, commandOf, isOfRow, openSteps, type Row, toBeSent, whatIsWrong } from "#lib/client/afterwards.ts";
import { toLocalInput } from "#lib/client/local-time.ts";
import { fail, start } from "#lib/domain/testing/moves.ts";
import { play, startedRun } from "#lib/domain/testing/play.ts";
import { automated, procedureOf, when } from "#lib/domain/testing/procedures.ts";

const DECLARED = "2026-01-01T00:00:00.000Z";
const NOW = "2026-01-01T04:00:00.000Z";
const local = (minutes: number): string => toLocalInput(Date.parse(DECLARED) + minutes * 60_000);
const row = (change: Partial<Row> = {}): Row => ({
  ...blankRow("1", "a-key-of-its-own"),
  ...{ what: "done", by: " Jun ", atLocal: local(30), note: " All stopped ", ...change },
});

describe("A row", () => {
  test.each<[string, Partial<Row>, object]>([
    ["is whole", {}, {}],
    ["says who", { by: "  " }, { by: "Say who did it." }],
    ["says when", { atLocal: "" }, { at: "Say when it was." }],
    ["not later than now", { atLocal: local(300) }, { at: "This time has not come yet." }],
    ["not before the run was declared", { atLocal: local(-60) }, { at: "The run was not declared yet." }],
    ["says what was seen", { note: "" }, { note: "Say what was seen." }],
    ["says why it was skipped", { what: "skipped", note: "" }, { note: "Say why." }],
    ["says why before its turn, once that is known", { outOfTurn: true }, { early: "Say why before its turn." }],
    ["is left empty", { what: "", by: "", note: "", atLocal: "" }, {}],
    ["is saved", { savedAt: NOW, by: "" }, {}],
  ])("%s", (_, change, wrong) => expect(whatIsWrong(row(change), DECLARED, NOW)).toEqual(wrong));

  const said = { step: "1", happenedAt: "2026-01-01T00:30:00.000Z", by: "Jun" };
  test.each<[Row["what"], Partial<Row>, object]>([
    ["done", {}, { type: "step.record", ...said, note: "All stopped" }],
    ["failed", {}, { type: "step.record", ...said, note: "All stopped", failed: true }],
    ["skipped", {}, { type: "step.skip", ...said, reason: "All stopped" }],
    [
      "done",
      { early: "The bridge was down" },
      { type: "step.record", ...said, note: "All stopped", outOfOrder: "The bridge was down" },
    ],
  ])("that is %s becomes its command", (what, change, command) =>
    expect(commandOf(row({ what, ...change }))).toEqual(command),
  );
});

test("Rows are sent in the order of their times, without those that are empty or saved", () => {
  const draft = [
    row({ step: "2", atLocal: local(40) }),
    row({ step: "3", what: "" }),
    row({ step: "4", savedAt: NOW }),
    row({ step: "1", atLocal: local(20) }),
  ];
  expect(toBeSent(draft).map(({ step }) => step)).toEqual(["1", "2"]);
});

test.each([
  ["refused", true],
  ["invalid_request", true],
  ["not_saved", false],
  ["too_many_requests", false],
  ["unauthenticated", false],
] as const)("After a row that is answered with %s, the next is sent: %s", (code, next) =>
  expect(isOfRow({ code })).toBe(next),
);

test("What is open may be entered, but not what a command is at, what does not apply, or what is decided", () => {
  const procedure = procedureOf(
    { ...automated },
    { dependsOn: [] },
    { condition: when("firewalls", "yes") },
    { kind: "approval" },
    { dependsOn: [] },
  );
  const run = play(startedRun(procedure, { facts: { firewalls: "no" } }), start("1"), start("5"), fail("5"));
  expect(openSteps(run.procedure, run.run).map(({ number }) => number)).toEqual(["2", "5"]);
});
