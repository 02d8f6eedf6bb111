import { describe, expect, test, vi } from "vitest";
import {
  asKept,
  blankRow,
  commandOf,
  Draft,
  isOfRow,
  openSteps,
  outputsAsked,
  type Row,
  toBeSent,
  whatIsWrong,
  whyClosed,
} from "#lib/client/afterwards/afterwards.ts";
import { toLocalInput } from "#lib/client/local-time.ts";
import { outline } from "#lib/domain/outline.ts";
import { begin, exit, fail, finish, lose, start } from "#lib/domain/testing/moves.ts";
import { play, startedRun } from "#lib/domain/testing/play.ts";
import { automated, confirmed, procedureOf, when } from "#lib/domain/testing/procedures.ts";

test.each([
  ["draft", "chie", "The run has not been started. Its commander starts it."],
  ["draft", "olga", "The run has not been started. Its commander starts it."],
  ["completed", "chie", "The run is over: add a note, or a finding of its report."],
  ["aborted", "olga", "The run is over: add a note, or a finding of its report."],
  ["in_progress", "olga", "Chie commands this run and enters it."],
  ["paused", "olga", "Chie commands this run and enters it."],
  ["in_progress", "chie", null],
  ["paused", "chie", null],
] as const)("Of a run that is %s, %s is told: %s", (status, who, words) => {
  expect(whyClosed({ status, commander: { id: "chie", name: "Chie" }, people: {} }, who)).toBe(words);
});

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
    ["says who", { by: "  " }, { by: "Say who it was." }],
    ["says when", { atLocal: "" }, { at: "Say when it was." }],
    ["not later than now", { atLocal: local(300) }, { at: "This time is in the future." }],
    ["not before the run was declared", { atLocal: local(-60) }, { at: "The run had not been declared yet." }],
    ["says what was seen", { note: "" }, { note: "Say what was seen." }],
    ["says why it was skipped", { what: "skipped", note: "" }, { note: "Say why." }],
    ["says why before its turn, once that is known", { outOfTurn: true }, { early: "Say why before its turn." }],
    ["is left empty", { what: "", by: "", note: "", atLocal: "" }, {}],
    ["is saved", { savedAt: NOW, by: "" }, {}],
    [
      "has more than fits",
      { by: "J".repeat(301), note: "x".repeat(2_027), early: "y".repeat(2_002), outOfTurn: true },
      {
        by: "1 character too long: at most 300.",
        note: "27 characters too long: at most 2000.",
        early: "2 characters too long: at most 2000.",
      },
    ],
  ])("%s", (_, change, wrong) => expect(whatIsWrong(row(change), [], DECLARED, NOW)).toEqual(wrong));

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

describe("What a step gives", () => {
  const outputs = [
    { name: "users", label: "Users", type: "integer" as const },
    { name: "snapshot", label: "Snapshot", type: "text" as const, optional: true as const },
  ];
  const wrongOf = (change: Partial<Row>) => whatIsWrong(row(change), outputs, DECLARED, NOW);

  test.each<[string, Partial<Row>, object]>([
    ["is asked for by its name", {}, { outputs: { users: "Users is needed." } }],
    ["is not only spaces", { outputs: { users: "  " } }, { outputs: { users: "Users is needed." } }],
    ["is of its kind", { outputs: { users: "many" } }, { outputs: { users: "Users must be a whole number." } }],
    [
      "is never read as an option",
      { outputs: { users: "1", snapshot: "-rf" } },
      { outputs: { snapshot: "Snapshot must not begin with “-”." } },
    ],
    ["may be left out where the procedure says so", { outputs: { users: " 41 ", snapshot: "" } }, {}],
    ["is not asked of what failed", { what: "failed" }, {}],
    ["is not asked of what was skipped", { what: "skipped", outputs: { users: "many" } }, {}],
  ])("%s", (_, change, wrong) => expect(wrongOf(change)).toEqual(wrong));

  test("goes with the command of what was done, trimmed, and with no other", () => {
    const said = { outputs: { users: " 41 ", snapshot: "" } };
    expect(commandOf(row(said))).toMatchObject({ outputs: { users: "41" } });
    expect(commandOf(row({ ...said, what: "failed" }))).not.toHaveProperty("outputs");
    expect(commandOf(row({ ...said, what: "skipped" }))).not.toHaveProperty("outputs");
  });

  test("may be left empty where the run knows it", () => {
    const procedure = procedureOf({ outputs: outputs.slice(0, 1) });
    const { run } = startedRun(procedure);
    const [step] = outline(procedure).steps;
    if (!step) throw new Error("there is no step");
    const known = { users: { value: "40", at: NOW, by: { id: "olga", name: "Olga" } } };
    expect(outputsAsked(step, run).map(({ optional }) => optional)).toEqual([undefined]);
    expect(outputsAsked(step, { outputs: known }).map(({ optional }) => optional)).toEqual([true]);
  });

  test("is missing in a draft of before, which is read all the same", () => {
    const { outputs: _, ...before } = row();
    expect(Draft.parse([before])).toEqual([row()]);
  });
});

test("What a command did and people were asked to confirm can be entered, and not what became of a lost one", () => {
  const sent = play(startedRun(procedureOf(confirmed)), start("1"), begin("1"));
  const open = ({ procedure, run }: typeof sent) => openSteps(procedure, run).map(({ number }) => number);
  expect(open(play(sent, finish("1", exit(0))))).toEqual(["1"]);
  expect(open(play(sent, lose("1")))).toEqual([]);
});

test("In the hour that comes twice it is said which of the two it was, and the rows are sent in that order", () => {
  vi.stubEnv("TZ", "America/New_York");
  const [first, second] = [
    row({ step: "2", atLocal: "2026-11-01T01:40" }),
    row({ atLocal: "2026-11-01T01:30", later: true }),
  ];
  expect([first, second].map((each) => commandOf(each))).toMatchObject([
    { happenedAt: "2026-11-01T05:40:00.000Z" },
    { happenedAt: "2026-11-01T06:30:00.000Z" },
  ]);
  expect(toBeSent([second, first])).toEqual([first, second]);
  expect(whatIsWrong(second, [], "2026-11-01T06:10:00.000Z", "2026-11-01T07:00:00.000Z")).toEqual({});
  expect(
    whatIsWrong({ ...second, later: undefined }, [], "2026-11-01T06:10:00.000Z", "2026-11-01T07:00:00.000Z"),
  ).toEqual({
    at: "The run had not been declared yet.",
  });
  vi.unstubAllEnvs();
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

test("A draft is as another window left it, and what was saved here stays told", () => {
  const saved = row({ step: "1", savedAt: NOW });
  const own = [saved, row({ step: "2" })];
  expect(asKept(own, [row({ step: "2", note: "from there" }), row({ step: "3" })])).toEqual([
    saved,
    row({ step: "2", note: "from there" }),
    row({ step: "3" }),
  ]);
  expect(asKept(own, [row({ step: "1", note: "from there" })])).toEqual([row({ step: "1", note: "from there" })]);
  expect(asKept(own, [])).toEqual([saved]);
});
