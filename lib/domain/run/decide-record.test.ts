import { describe, expect, test } from "vitest";
import { Command } from "#lib/domain/run/command.ts";
import { exceptions } from "#lib/domain/run/outcome.ts";
import {
  attachFile,
  attachLink,
  begin,
  byHand,
  complete,
  exit,
  fail,
  finish,
  lose,
  type Move,
  record,
  skip,
  start,
} from "#lib/domain/testing/moves.ts";
import { anna, answer, ask, chie, instant, olga, play, playBy, startedRun, stepOf } from "#lib/domain/testing/play.ts";
import { automated, gated, procedureOf, when } from "#lib/domain/testing/procedures.ts";
import { type StateName, stateNames, stepThatIs } from "#lib/domain/testing/step-states.ts";

const DECLARED = instant(0);
const told = (at: ReturnType<typeof startedRun>, move: Move, who = chie) => answer(ask(at, move, who));

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
  ])("%s", (_, move, result) => expect(told(run, move)).toBe(result));

  const takes: readonly StateName[] = [
    ...(["ready", "in progress by hand", "in progress by hand instead of its command"] as const),
    ...(["in progress in a drill", "failed", "timed out", "canceled", "ready, approved"] as const),
  ];
  const others: Partial<Record<StateName, string>> = {
    "waiting for another": "step_waits",
    "not applicable": "step_not_applicable",
    undecided: "step_undecided",
    "ready, its approval not asked for": "gate_shut",
    "awaiting approval": "decision_not_recorded",
    "held at a hold point": "decision_not_recorded",
    rejected: "decision_not_recorded",
  };
  test.each(stateNames)("of a step that is %s", (name) => {
    const result = answer(ask(stepThatIs(name), record("2", DECLARED), chie));
    if (takes.includes(name)) expect(result).toMatch(/^step\.recorded/);
    else expect(result).toBe(others[name] ?? "step_in_other_state");
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

describe("What was tried or decided on paper", () => {
  test("may have failed: the step waits for a decision, and says who tried and when", () => {
    const { run: after } = play(run, failed("1", DECLARED));
    const [one] = after.steps;
    expect([one?.status, one?.reason, one?.recorded]).toEqual([
      "failed",
      "done at the console of the array",
      { by: "Jun, on paper", at: DECLARED },
    ]);
    expect(told(play(run, failed("1", DECLARED)), record("1", DECLARED))).toMatch(/^step.recorded/);
  });

  test("may have been left out: by the commander alone, with its time and who decided", () => {
    const left = { ...skip("1"), by: "Mei", happenedAt: DECLARED } as Move;
    expect([told(run, left), told(run, left, olga)]).toEqual([expect.stringMatching(/^step.skipped/), "not_permitted"]);
    const { run: after, log } = play(run, left);
    expect([after.steps[0]?.status, after.steps[0]?.recorded]).toEqual(["skipped", { by: "Mei", at: DECLARED }]);
    expect(log.find(({ event }) => event.type === "step.skipped")?.happenedAt).toBe(DECLARED);
    expect(told(run, { ...left, happenedAt: "2027-01-01T00:00:00.000Z" } as Move)).toBe("time_in_future");
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
    expect(told(run, { ...at, happenedAt: "2027-01-01T00:00:00.000Z" })).toBe("time_in_future");
  });
});

describe("Evidence", () => {
  const run = startedRun(procedureOf({ ...automated }, {}));

  test.each<[string, Move, string]>([
    ["a link is attached", attachLink("1"), "evidence.added"],
    ["a stored file is attached", attachFile("1"), "evidence.added"],
    ["to no step that is none", attachLink("9"), "step_not_found"],
  ])("%s", (_, move, result) => expect(told(run, move, olga)).toBe(result));

  test("is not attached twice, nor by an auditor, nor without end", () => {
    const once = playBy(run, olga, attachLink("1"));
    expect(told(once, attachLink("1"), olga)).toBe("attached_already");
    expect(told(run, attachLink("1"), anna)).toBe("not_permitted");
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
    expect(told(full, attachFile("1"), olga)).toBe("too_much_attached");
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
  expect(told(startedRun(procedureOf({ ...gated.poll }, {})), record("1", DECLARED))).toBe("step_in_other_state");
});
