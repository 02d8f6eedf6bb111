import { describe, expect, test } from "vitest";
import { Command } from "#lib/domain/run/command.ts";
import { fold } from "#lib/domain/run/evolve/evolve.ts";
import { exceptions } from "#lib/domain/run/outcome.ts";
import { sentence } from "#lib/domain/run/rejection/rejection.ts";
import {
  attachFile,
  attachLink,
  begin,
  breakGlass,
  byHand,
  complete,
  exit,
  fail,
  finish,
  lose,
  type Move,
  record,
  release,
  skip,
  start,
} from "#lib/domain/testing/moves.ts";
import {
  anna,
  ask,
  chie,
  draftRun,
  instant,
  olga,
  play,
  playBy,
  startedRun,
  stepOf,
  told,
} from "#lib/domain/testing/play.ts";
import { automated, gated, procedureOf, when } from "#lib/domain/testing/procedures.ts";
import { type StateName, stateNames, stepThatIs } from "#lib/domain/testing/step-states.ts";

const DECLARED = instant(0);

const failed = (step: string, at: string) => ({ ...record(step, at), failed: true }) as Move;

const open = procedureOf({}, {}, { condition: when("source_up", "yes") }, { kind: "approval", dependsOn: [] });
const run = startedRun(open, { facts: { source_up: "no" } });

describe("What was done on paper", () => {
  test.each<[string, Move, string]>([
    ["is recorded with its time", record("1", DECLARED), "step.recorded, step.readied"],
    ["not with one that has not come", record("1", "2027-01-01T00:00:00.000Z"), "time_in_future"],
    ["nor before the run was declared", record("1", "2025-12-31T23:59:59.000Z"), "time_too_early"],
    ["not before what it waits for", record("2", DECLARED), "step_waits"],
    ["unless somebody says why", record("2", DECLARED, "the bridge was down"), "step.recorded"],
    ["not where it does not apply, whatever is said", record("3", DECLARED, "I did it"), "step_not_applicable"],
    ["nor for a decision", record("4", DECLARED), "decision_not_recorded"],
  ])("%s", (_, move, result) => expect(told(run, chie, move)).toBe(result));

  test("also before it was started and thereby declared, but not before it was prepared", () => {
    const draft = draftRun(open, { undeclared: true, facts: { source_up: "no" } });
    const at = play({ ...draft, run: { ...draft.run, seq: 3_600 } }, { type: "run.start" });
    expect(at.run.declaredAt).toBe(instant(3_600));
    expect(told(at, chie, record("1", instant(60)))).toBe("step.recorded, step.readied");
    expect(told(at, chie, record("1", instant(-1)))).toBe("time_too_early");
  });

  const takes: readonly StateName[] = [
    ...(["ready", "in progress by hand", "in progress by hand instead of its command"] as const),
    ...(["awaiting confirmation", "in progress in a drill", "failed", "timed out", "canceled"] as const),
  ];
  const others: Partial<Record<StateName, string>> = {
    "waiting for another": "step_waits",
    "ready, approved": "step_waits",
    "not applicable": "step_not_applicable",
    undecided: "step_undecided",
    "ready, its approval not asked for": "gate_shut",
    "awaiting approval": "decision_not_recorded",
    "held at a hold point": "decision_not_recorded",
    rejected: "decision_not_recorded",
  };
  test.each(stateNames)("of a step that is %s", (name) => {
    const result = told(stepThatIs(name), chie, record("2", instant(4)));
    if (takes.includes(name)) expect(result).toMatch(/^step\.recorded/);
    else expect(result).toBe(others[name] ?? "step_in_other_state");
  });

  test("is refused a second time by who did it and when, not by who entered that", () => {
    const again = ask(play(run, record("1", DECLARED)), record("1", DECLARED));
    expect(again).toMatchObject({ rejection: { by: { name: "Jun, on paper" }, at: DECLARED } });
  });

  test("says when it happened in the envelope, and what follows from it happens now", () => {
    const { log, run: after } = play(run, record("1", DECLARED));
    const [recorded, readied] = log.slice(-2);
    expect([recorded?.happenedAt, recorded?.at === DECLARED, readied?.happenedAt]).toEqual([
      DECLARED,
      false,
      undefined,
    ]);
    expect(after.steps[0]?.recorded).toEqual({ by: "Jun, on paper", at: DECLARED });
  });

  test("is an exception of the outcome that names who did it, and out of order says so", () => {
    const two = startedRun(procedureOf({}, {}));
    const over = play(two, record("2", DECLARED, "the bridge was down"), record("1", DECLARED));
    expect(over.run.status).toBe("completed_with_exceptions");
    expect(exceptions(over.procedure, over.run).map(({ step, kind, reason }) => [step, kind, reason])).toEqual([
      ["1", "recorded_afterwards", "done by Jun, on paper at 2026-01-01 00:00 UTC"],
      ["2", "recorded_afterwards", "done by Jun, on paper at 2026-01-01 00:00 UTC, out of order: the bridge was down"],
    ]);
  });
});

describe("Done before its turn on paper", () => {
  const [beforeThat, then, afterThat] = [instant(5), instant(6), instant(7)];
  const note = { type: "note.add", text: "so far so good" } as const;
  const notes = (many: number): Move[] => Array.from({ length: many }, () => note);
  const three = startedRun(procedureOf({}, {}, {}));
  const inTheConsole = play(three, ...notes(2), ...byHand("1"), ...notes(1));
  const entered = play(three, ...notes(9), record("1", then));
  const tried = play(entered, start("2"), fail("2"));
  const left = play(entered, { ...skip("2"), by: "Mei", happenedAt: afterThat } as Move);

  test.each<[string, ReturnType<typeof play>, Move, string]>([
    ["is what was done before that was", inTheConsole, record("2", beforeThat), "step_waits"],
    ["and is not what was done after it", inTheConsole, record("2", then), "step.recorded, step.readied"],
    ["by the true time of what was entered afterwards", entered, record("2", beforeThat), "step_waits"],
    ["also where that was entered later", entered, record("2", then), "step.recorded, step.readied"],
    ["also of what was left out", left, record("3", then), "step_waits"],
    ["which holds nothing once that was decided", left, record("3", afterThat), "step.recorded, run.completed"],
    ["also where it was tried in the console since", tried, record("2", beforeThat), "step_waits"],
  ])("%s", (_, at, move, result) => expect(told(at, chie, move)).toBe(result));

  test("is told so, and with a reason it is a deviation", () => {
    const refused = ask(inTheConsole, record("2", beforeThat));
    expect(refused.ok ? "" : sentence(refused.rejection)).toBe("At that time, step 2 still waited for step 1.");
    const { procedure, run: after } = play(inTheConsole, record("2", beforeThat, "the bridge was down"));
    expect(exceptions(procedure, after).map(({ reason }) => reason)).toEqual([
      expect.stringContaining("out of order: the bridge was down"),
    ]);
    const inTurn = play(inTheConsole, record("2", then, "the bridge was down"));
    expect(exceptions(procedure, inTurn.run).map(({ reason }) => reason)).toEqual([
      expect.not.stringContaining("out of order"),
    ]);
  });

  test("is not what waited for nothing: what does not apply never held it", () => {
    const facts = { source_up: "no" } as const;
    const declaredEarlier = draftRun(procedureOf({ condition: when("source_up", "yes") }, {}), { facts });
    const created = declaredEarlier.log.map((logged) => ({ ...logged, at: instant(5), seq: 9 }));
    const run = fold(created) ?? declaredEarlier.run;
    const at = play({ ...declaredEarlier, run }, { type: "run.start" });
    expect(told(at, chie, record("2", instant(2)))).toMatch(/^step\.recorded/);
  });
});

describe("What was tried or decided on paper", () => {
  test("may have failed: the step waits for a decision, and says who tried and when", () => {
    const { run: after } = play(run, failed("1", DECLARED));
    const [one] = after.steps;
    expect([one?.status, one?.reason, one?.recorded]).toEqual([
      "failed",
      "done at the console of the array",
      { by: "Jun, on paper", at: DECLARED },
    ]);
    expect(told(play(run, failed("1", DECLARED)), chie, record("1", DECLARED))).toMatch(/^step.recorded/);
  });

  test("may have been left out: by the commander alone, with its time and who decided", () => {
    const left = { ...skip("1"), by: "Mei", happenedAt: DECLARED } as Move;
    expect([told(run, chie, left), told(run, olga, left)]).toEqual([
      expect.stringMatching(/^step.skipped/),
      "not_permitted",
    ]);
    const { run: after, log } = play(run, left);
    expect([after.steps[0]?.status, after.steps[0]?.recorded]).toEqual(["skipped", { by: "Mei", at: DECLARED }]);
    expect(log.find(({ event }) => event.type === "step.skipped")?.happenedAt).toBe(DECLARED);
    expect(told(run, chie, { ...left, happenedAt: "2027-01-01T00:00:00.000Z" } as Move)).toBe("time_in_future");
    expect(exceptions(open, after)).toEqual([
      expect.objectContaining({
        kind: "skipped",
        reason: "not needed today. Recorded afterwards: decided by Mei at 2026-01-01 00:00 UTC",
      }),
    ]);
  });

  test.each<[string, object, string[]]>([
    ["when it was decided goes with by whom", { happenedAt: DECLARED }, ["by"]],
    ["by whom goes with when", { by: "Mei" }, ["happenedAt"]],
    ["both may be said", { by: "Mei", happenedAt: DECLARED }, []],
    ["or neither, where it is decided now", {}, []],
  ])("Of what was left out, %s", (_, said, wrong) => {
    const { error } = Command.safeParse({ ...skip("1"), ...said });
    expect((error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`)).toEqual(
      wrong.map((field) => `${field}: name both by and happenedAt, or neither`),
    );
  });

  test("a note has its time too", () => {
    const at = { type: "note.add", text: "it was raining", happenedAt: DECLARED } as const;
    expect(play(run, at).log.at(-1)?.happenedAt).toBe(DECLARED);
    const finer = { ...at, happenedAt: DECLARED.replace("Z", "999Z") };
    expect(play(run, finer).log.at(-1)?.happenedAt).toBe(DECLARED);
    expect(play(run, { ...at, happenedAt: DECLARED.replace(".000", "") }).log.at(-1)?.happenedAt).toBe(DECLARED);
    expect(told(run, chie, { ...at, happenedAt: "2027-01-01T00:00:00.000Z" })).toBe("time_in_future");
  });
});

describe("Evidence", () => {
  const run = startedRun(procedureOf({ ...automated }, {}));

  test.each<[string, Move, string]>([
    ["a link is attached", attachLink("1"), "evidence.added"],
    ["a stored file is attached", attachFile("1"), "evidence.added"],
    ["to no step that is none", attachLink("9"), "step_not_found"],
  ])("%s", (_, move, result) => expect(told(run, olga, move)).toBe(result));

  test("is not attached twice, nor by an auditor, nor without end", () => {
    const once = playBy(run, olga, attachLink("1"));
    expect(told(once, olga, attachLink("1"))).toBe("attached_already");
    expect(told(run, anna, attachLink("1"))).toBe("not_permitted");
    const full = {
      ...once,
      run: {
        ...once.run,
        steps: once.run.steps.map((step) => ({
          ...step,
          attached: Array.from({ length: 50 }, () => ({ ...stepOf(once, "1").attached[0] })),
        })),
      },
    } as typeof once;
    expect(told(full, olga, attachFile("1"))).toBe("too_much_attached");
  });

  test("is accepted when the run is over, and changes nothing else of it", () => {
    const over = play(run, start("1", { byHand: true }), complete("1"), ...byHand("2"));
    const { attached: _, ...before } = stepOf(over, "1");
    const { attached, ...after } = stepOf(playBy(over, olga, attachFile("1")), "1");
    expect([after, attached.map(({ name, by }) => [name, by.name])]).toEqual([before, [["screen.png", "Olga"]]]);
  });

  test("of an unknown outcome stays when it is decided", () => {
    const lost = play(run, start("1"), begin("1"), lose("1"), attachLink("1"), fail("1"), skip("1"));
    expect(stepOf(lost, "1").attached).toHaveLength(1);
    const done = play(run, start("1"), begin("1"), attachLink("1"), finish("1", exit(0)));
    expect(stepOf(done, "1").attached).toHaveLength(1);
  });
});

test("A gate that was opened lets a step be recorded that was done behind it", () => {
  expect(told(startedRun(procedureOf({ ...gated.poll }, {})), chie, record("1", DECLARED))).toBe("step_in_other_state");
});

test("What was done before it was decided says why, and is out of order; where the glass was broken it is not", () => {
  const gate = startedRun(procedureOf(gated.hold, {}));
  const released = play(gate, { type: "note.add", text: "still waiting" }, release("1"));
  expect(ask(released, record("1", DECLARED))).toMatchObject({
    rejection: { code: "step_waits", for: [], earlier: true },
  });
  const entered = play(released, record("1", DECLARED, "the bridge was down"));
  expect(entered.log.find(({ event }) => event.type === "step.recorded")?.event).toMatchObject({
    outOfOrder: "the bridge was down",
  });
  const decidedAt = stepOf(released, "1").gate?.opened?.at ?? "";
  expect(told(released, chie, record("1", decidedAt))).toContain("step.recorded");
  expect(told(play(gate, breakGlass("1")), chie, record("1", DECLARED))).toContain("step.recorded");
});
