import { describe, expect, test } from "vitest";
import { digest } from "#lib/domain/run/digest.ts";
import { locksAgainst, type OpenRun } from "#lib/domain/run/locks.ts";
import type { Ended } from "#lib/domain/run/state.ts";
import {
  abort,
  again,
  answerFact,
  automate,
  begin,
  cancel,
  complete,
  exit,
  fail,
  finish,
  pause,
  record,
  reopen,
  resume,
  retry,
  skip,
  start,
} from "#lib/domain/testing/moves.ts";
import {
  answer,
  answerAbout,
  ask,
  chie,
  draftRun,
  instant,
  olga,
  type Play,
  play,
  startedRun,
  statuses,
} from "#lib/domain/testing/play.ts";
import { automated, procedureOf, type StepDraft, when } from "#lib/domain/testing/procedures.ts";

const failing = (onFailure: NonNullable<StepDraft["action"]>["onFailure"]): Play =>
  play(
    startedRun(procedureOf({ action: { argv: ["/bin/x"], idempotent: true, onFailure } }, {})),
    start("1"),
    begin("1"),
  );
const twice = { retry: { times: 2, delaySeconds: 30 } };

describe("A command that fails", () => {
  test("stops there unless its procedure says otherwise", () => {
    expect(answerAbout("1", ask(failing(undefined), finish("1", exit(1))))).toBe("attempt.finished, step.failed");
  });

  test("is tried again as often as its procedure says, and not more", () => {
    let run = failing(twice);
    for (const attempt of [1, 2]) {
      run = play(run, finish("1", exit(1), attempt));
      expect(run.run.steps[0]?.retryAt).toBeDefined();
      run = play(run, again("1", attempt), begin("1", attempt + 1));
    }
    run = play(run, finish("1", exit(1), 3));
    expect(run.run.steps[0]).toMatchObject({ status: "failed", attempts: [{}, { retry: 1 }, { retry: 2 }] });
    expect(run.run.steps[0]?.retryAt).toBeUndefined();
    expect(answer(ask(run, again("1", 3)))).toBe("attempt_superseded");
  });

  test("waits for nobody until then, and is told as what goes on while the run may try it", () => {
    const failed = play(failing(twice), finish("1", exit(1)));
    const told = ({ procedure, run }: Play) => {
      const { now, waiting } = digest(procedure, run);
      return [now.map(({ step }) => step), waiting.map(({ need }) => need)];
    };
    expect(told(failed)).toEqual([["1"], []]);
    expect(told(play(failed, pause))).toEqual([[], []]);
    expect(told(play(failed, abort))).toEqual([[], []]);
  });

  test("goes on with a warning where its procedure says so, which the outcome counts as an exception", () => {
    const run = play(failing({ goOn: true }), finish("1", exit(4)));
    expect(run.run.steps[0]).toMatchObject({
      status: "overridden",
      byRule: true,
      evidence: "The command ended with exit code 4.",
    });
    const over = play(run, start("2"), complete("2"));
    expect(over.run.status).toBe("completed_with_exceptions");
  });

  test.each<[string, Ended, string]>([
    ["was canceled", { kind: "canceled", gone: true }, "attempt.finished, step.canceled"],
    ["may still be running", { kind: "timed_out", gone: false }, "attempt.finished, step.timed_out"],
    [
      "ran out of time and is gone",
      { kind: "timed_out", gone: true },
      "attempt.finished, step.timed_out, step.retry_scheduled",
    ],
    ["could not be begun", { kind: "not_run", message: "m" }, "attempt.finished, step.failed, step.retry_scheduled"],
  ])("that %s: %s", (_, result, events) => {
    const run = result.kind === "canceled" ? play(failing(twice), cancel("1")) : failing(twice);
    expect(answerAbout("1", ask(run, finish("1", result)))).toBe(events);
  });

  test("is not tried again while its step no longer applies", () => {
    const action = { argv: ["/bin/x"], idempotent: true as const, onFailure: twice };
    const procedure = procedureOf({ action, condition: when("source_up", "yes") }, {});
    const failed = play(
      startedRun(procedure),
      answerFact("source_up", "yes"),
      start("1"),
      begin("1"),
      finish("1", exit(1)),
    );
    expect(answer(ask(play(failed, answerFact("source_up", "no")), again("1")))).toBe("step_not_applicable");
    expect(answer(ask(play(failed, answerFact("source_up", "unknown")), again("1")))).toBe("step_undecided");
    expect(answerAbout("1", ask(failed, again("1")))).toBe("step.started");
  });

  test("is not tried again once somebody has decided, nor while the run stands still, nor when it is over", () => {
    const waiting = play(failing(twice), finish("1", exit(1)));
    expect(answer(ask(play(waiting, skip("1")), again("1")))).toBe("attempt_superseded");
    expect(answer(ask(play(waiting, retry("1")), again("1")))).toBe("attempt_superseded");
    expect(answer(ask(play(waiting, pause), again("1")))).toBe("run_paused");
    expect(answer(ask(play(waiting, abort), again("1")))).toBe("run_over");
  });
});

describe("A run that goes on by itself", () => {
  const chain = procedureOf(automated, automated, { irreversible: true, ...automated }, automated);
  const on = (run: Play) => play(run, automate(true));

  test("starts what is ready, step after step, and nothing that cannot be undone", () => {
    let run = on(startedRun(chain));
    expect(statuses(run)).toBe("in_progress, not_started, not_started, not_started");
    run = play(run, begin("1"), finish("1", exit(0)), begin("2"), finish("2", exit(0)));
    expect(statuses(run)).toBe("completed, completed, ready, not_started");
    const starts = run.log.filter(({ event }) => event.type === "step.started");
    expect(starts.map(({ actor }) => actor)).toEqual(Array(2).fill({ kind: "system", name: "automatic mode" }));
  });

  test("runs a drill to the first step that people do", () => {
    const run = on(startedRun(procedureOf(automated, automated, {}), { mode: "drill" }));
    expect(statuses(run)).toBe("completed, completed, ready");
  });

  test.each<[string, StepDraft]>([
    ["a step that people do", {}],
    ["an approval", { kind: "approval" }],
    ["a hold point", { kind: "hold_point" }],
    ["a step that asks for something", { ...automated, inputs: [{ name: "a", label: "A", type: "text" }] }],
    ["a step with two places", { ...automated, roles: ["source", "destination"] }],
    ["a command that a site cannot run", { action: { argv: [{ site: "tape" }] } }],
  ])("never starts %s", (_, step) => {
    const run = on(startedRun(procedureOf(step)));
    expect(run.run.steps[0]?.attempts).toEqual([]);
  });

  test("starts nothing a second time", () => {
    const done = play(on(startedRun(chain)), begin("1"), finish("1", exit(1)));
    expect(done.run.steps[0]).toMatchObject({ status: "failed", attempts: [{}] });
    const reopened = play(startedRun(chain), start("1"), begin("1"), finish("1", exit(0)), reopen("1"));
    expect(on(reopened).run.steps[0]?.status).toBe("ready");
  });

  test("waits while it is paused, goes on when it is resumed, and stops when it is told to", () => {
    const paused = on(play(startedRun(chain), pause));
    expect(statuses(paused)).toMatch(/^ready/);
    expect(statuses(play(paused, resume))).toMatch(/^in_progress/);
    expect(statuses(play(paused, automate(false), resume))).toMatch(/^ready/);
  });

  test("does nothing again that may have been done on paper: what is entered afterwards ends it", () => {
    const procedure = procedureOf({}, automated, automated);
    const entered = play(on(startedRun(procedure)), record("1", instant(2)));
    expect(statuses(entered)).toBe("completed, ready, not_started");
    const said = entered.log.slice(-3).map(({ event, happenedAt }) => [event.type, happenedAt]);
    expect(said).toEqual([
      ["step.recorded", instant(2)],
      ["run.automation_set", undefined],
      ["step.readied", undefined],
    ]);
    expect(statuses(play(entered, record("2", instant(3))))).toBe("completed, completed, ready");
    expect(statuses(on(entered)), "until its commander begins it again").toMatch(/^completed, in_progress/);
  });

  test("does not do behind what comes after it what a corrected answer brings back", () => {
    const procedure = procedureOf({ ...automated, condition: when("firewalls", "yes") }, {}, {});
    const ahead = play(on(startedRun(procedure, { facts: { firewalls: "no" } })), start("2"), complete("2"));
    const corrected = play(ahead, answerFact("firewalls", "yes"));
    expect(corrected.run.automatic).toBe(true);
    expect(statuses(corrected)).toMatch(/^ready, completed/);
    const before = on(startedRun(procedure, { facts: { firewalls: "no" } }));
    expect(statuses(play(before, answerFact("firewalls", "yes")))).toMatch(/^in_progress/);
  });

  test("does not do at once what somebody reopens, to look at it first", () => {
    const entered = on(play(startedRun(procedureOf(automated, {})), record("1", instant(2))));
    const reopened = play(entered, reopen("1"));
    expect(statuses(reopened)).toMatch(/^ready/);
    expect(reopened.run.automatic).toBe(false);
  });

  test("does so by the word of its commander alone", () => {
    expect(answer(ask(startedRun(chain), automate(true), olga))).toBe("not_permitted");
    expect(answer(ask(on(startedRun(chain)), automate(true)))).toBe("automation_unchanged");
  });
});

describe("The point of no return", () => {
  const action = { argv: ["/bin/x"], idempotent: true as const, onFailure: twice };
  const final = startedRun(procedureOf({ action, pointOfNoReturn: true }, {}));

  test("is never begun by itself", () => {
    expect(play(final, automate(true)).run.steps[0]?.attempts).toEqual([]);
  });

  test("is not tried again by itself, whatever an older procedure says", () => {
    const begun = play(final, start("1", { confirmation: "R-0042" }), begin("1"));
    expect(answerAbout("1", ask(begun, finish("1", exit(1))))).toBe("attempt.finished, step.failed");
  });
});

describe("What a live run holds", () => {
  const procedure = procedureOf({ ...automated, inDrill: "run" }, {});
  const draft = draftRun(procedure).run;
  const real = Object.fromEntries(
    Object.entries(draft.sites).map(([role, site]) => [role, { ...site, practice: false }]),
  );
  const other = (more: Partial<OpenRun> = {}): OpenRun => ({
    number: 41,
    procedureKey: "another",
    sites: [{ id: "elsewhere", name: "Nagoya", practice: false }],
    ...more,
  });
  const osaka = { id: draft.sites.destination?.id ?? "", name: "Osaka", practice: false };
  const tokyo = { id: draft.sites.source?.id ?? "", name: "Tokyo", practice: false };

  test.each<[string, "live" | "drill", OpenRun, string[]]>([
    ["another procedure elsewhere", "live", other(), []],
    ["the same procedure elsewhere", "live", other({ procedureKey: procedure.key }), ["R-0041 true "]],
    ["another procedure at one of its sites", "live", other({ sites: [osaka] }), ["R-0041 false Osaka"]],
    ["itself", "live", other({ number: draft.number, sites: [osaka] }), []],
    ["a drill that acts there", "drill", other({ sites: [osaka] }), ["R-0041 false Osaka"]],
    ["a drill that acts elsewhere only", "drill", other({ sites: [tokyo] }), []],
    ["a drill of the same procedure", "drill", other({ procedureKey: procedure.key }), []],
    [
      "practice of the same procedure",
      "live",
      other({ procedureKey: procedure.key, sites: [{ ...osaka, id: "p", practice: true }] }),
      [],
    ],
  ])("against %s", (_, mode, open, expected) => {
    const locks = locksAgainst(procedure, { ...draft, mode, sites: real }, [open]);
    expect(locks.map(({ run, procedure: same, sites }) => `${run} ${same} ${sites.join()}`)).toEqual(expected);
  });
});

describe("A step that cleans up after a drill", () => {
  const cleaning = procedureOf({}, { cleanUp: true, inDrill: "run" });
  const drill = startedRun(cleaning, { mode: "drill" });

  test("has no part in a live run", () => {
    const live = play(startedRun(cleaning), start("1"), complete("1"));
    expect(live.run.status).toBe("completed");
  });

  test("keeps the drill from ending until it is done or skipped, however it ends", () => {
    expect(answer(ask(drill, abort))).toBe("clean_up_open");
    expect(answer(ask(drill, { type: "run.fail", reason: "r" }))).toBe("clean_up_open");
    expect(answer(ask(play(drill, skip("2")), abort))).toContain("run.aborted");
  });

  test("may be begun before its turn, for a drill may be broken off", () => {
    const cleaned = play(drill, start("2"), complete("2"));
    expect(answer(ask(cleaned, abort))).toContain("run.aborted");
    expect(answer(ask(play(drill, start("2"), fail("2")), retry("2")))).toBe("step.started");
  });

  test("holds nothing while the drill is a draft", () => {
    expect(answer(ask(draftRun(cleaning, { mode: "drill", by: chie }), abort))).toContain("run.aborted");
  });
});
