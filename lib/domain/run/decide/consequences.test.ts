import { describe, expect, test } from "vitest";
import type { Answer } from "#lib/domain/condition.ts";
import {
  answerFact,
  approve,
  byHand,
  complete,
  fail,
  type Move,
  override,
  pause,
  release,
  reopen,
  resume,
  retry,
  skip,
  start,
} from "#lib/domain/testing/moves.ts";
import { answer, ask, draftRun, play, startedRun, statuses, stepOf } from "#lib/domain/testing/play.ts";
import { procedureOf, type StepDraft, when } from "#lib/domain/testing/procedures.ts";

const ifUp: StepDraft = { condition: when("source_up", "yes") };
const waits = (...numbers: string[]): StepDraft => ({ dependsOn: numbers });
const runOf = (sourceUp: Answer, ...steps: StepDraft[]) =>
  startedRun(procedureOf(...steps), { facts: { source_up: sourceUp } });

describe("A run that starts", () => {
  test.each<[string, StepDraft[], string]>([
    ["offers the first step", [{}, {}], "ready, not_started"],
    ["offers every step that waits for nothing", [{}, waits(), waits("1", "2")], "ready, ready, not_started"],
    ["asks for the decision of an approval", [{ kind: "approval" }, {}], "awaiting_approval, not_started"],
    ["stops at a hold point", [{ kind: "hold_point" }, {}], "awaiting_approval, not_started"],
  ])("%s", (_, steps, result) => {
    expect(statuses(runOf("yes", ...steps))).toBe(result);
  });

  test("is completed at once when nothing in it applies", () => {
    const ended = runOf("no", ifUp, ifUp);
    expect(ended.run.status).toBe("completed");
    expect(statuses(ended)).toBe("not_started, not_started");
  });

  test("offers nothing before that", () => {
    const draft = play(draftRun(procedureOf(ifUp)), answerFact("source_up", "yes"));
    expect(statuses(draft)).toBe("not_started");
  });
});

describe("A step becomes ready", () => {
  test("when all it waits for is done, in any order", () => {
    const joined = runOf("yes", {}, waits(), waits("1", "2"));
    expect(statuses(play(joined, ...byHand("2")))).toBe("ready, completed, not_started");
    expect(statuses(play(joined, ...byHand("2"), ...byHand("1")))).toBe("completed, completed, ready");
  });

  test("after a step that was skipped or overridden, approved or released", () => {
    const nextTo = (step: StepDraft, ...moves: Move[]) => statuses(play(runOf("yes", step, {}), ...moves));
    expect(nextTo({}, skip("1"))).toBe("skipped, ready");
    expect(nextTo({}, start("1"), fail("1"), override("1"))).toBe("overridden, ready");
    expect(nextTo({ kind: "approval" }, approve("1"))).toBe("completed, ready");
    expect(nextTo({ kind: "hold_point" }, release("1"))).toBe("completed, ready");
  });

  test("not after a step that failed", () => {
    expect(statuses(play(runOf("yes", {}, {}), start("1"), fail("1")))).toBe("failed, not_started");
  });
});

describe("A disaster: steps 2 to 4 are for a source that is down", () => {
  const disaster = () => runOf("no", {}, ifUp, ifUp, ifUp, {}, ifUp);

  test("they are stepped over, and the fifth waits for what they waited for", () => {
    expect(statuses(disaster())).toBe("ready, not_started, not_started, not_started, not_started, not_started");
    expect(ask(disaster(), start("5"))).toEqual({
      ok: false,
      rejection: { code: "step_waits", step: "5", for: ["1"] },
    });
  });

  test("the fifth is ready after the first, and the run is plainly completed after it", () => {
    const after = play(disaster(), ...byHand("1"));
    expect(statuses(after)).toBe("completed, not_started, not_started, not_started, ready, not_started");
    expect(play(after, ...byHand("5")).run.status).toBe("completed");
  });

  test("a step skipped before its turn is stepped over in the same way", () => {
    const early = play(runOf("yes", {}, {}, {}), skip("2"));
    expect(statuses(early)).toBe("ready, skipped, not_started");
    expect(ask(early, start("3"))).toMatchObject({ rejection: { for: ["1"] } });
    expect(statuses(play(early, ...byHand("1")))).toBe("completed, skipped, ready");
  });

  test("every step that really holds one back is named, in the order of the document", () => {
    const joined = runOf("no", {}, waits(), { ...ifUp, ...waits("2", "1") }, waits("3"));
    expect(ask(joined, start("4"))).toMatchObject({ rejection: { for: ["1", "2"] } });
    expect(ask(play(joined, ...byHand("1")), start("4"))).toMatchObject({ rejection: { for: ["2"] } });
  });
});

describe("An undecided step", () => {
  const open = () => play(runOf("unknown", {}, ifUp, {}), ...byHand("1"));

  test("blocks what depends on it", () => {
    expect(statuses(open())).toBe("completed, not_started, not_started");
    expect(ask(open(), start("3"))).toMatchObject({ rejection: { code: "step_waits", for: ["2"] } });
  });

  test.each<[string, Move, string]>([
    ["yes makes it ready", answerFact("source_up", "yes"), "completed, ready, not_started"],
    ["no makes the next ready", answerFact("source_up", "no"), "completed, not_started, ready"],
    ["skipping it makes the next ready", skip("2"), "completed, skipped, ready"],
  ])("until the commander decides: %s", (_, move, result) => {
    expect(statuses(play(open(), move))).toBe(result);
  });

  test("keeps the run from its end", () => {
    const last = play(runOf("unknown", {}, ifUp), ...byHand("1"));
    expect(last.run.status).toBe("in_progress");
    expect(answer(ask(last, answerFact("source_up", "no")))).toBe("fact.answered, run.completed");
  });
});

describe("A fact answered again", () => {
  const down = answerFact("source_up", "no");

  test("takes back a step that is ready and offers the next", () => {
    expect(answer(ask(runOf("yes", ifUp, {}), down))).toBe("fact.answered, step.withheld, step.readied");
    expect(statuses(play(runOf("yes", ifUp, {}), down))).toBe("not_started, ready");
  });

  test("takes back a decision that is asked for", () => {
    expect(statuses(play(runOf("yes", { ...ifUp, kind: "approval" }, {}), down))).toBe("not_started, ready");
  });

  test("takes back a ready step when it becomes undecided, and offers nothing in its place", () => {
    expect(statuses(play(runOf("yes", ifUp, {}), answerFact("source_up", "unknown")))).toBe("not_started, not_started");
  });

  test("takes back what is ready behind a step that now applies", () => {
    expect(statuses(play(runOf("no", ifUp, {}), answerFact("source_up", "yes")))).toBe("ready, not_started");
  });

  test("leaves a step in progress to the people who do it", () => {
    const going = play(runOf("yes", ifUp, {}), start("1"), down);
    expect(statuses(going)).toBe("in_progress, not_started");
    expect(statuses(play(going, complete("1")))).toBe("completed, ready");
  });

  test("leaves a step in progress behind a step that now applies", () => {
    const going = play(runOf("no", ifUp, {}), start("2"), answerFact("source_up", "yes"));
    expect(statuses(going)).toBe("ready, in_progress");
    expect(play(going, complete("2")).run.status).toBe("in_progress");
  });

  test("leaves what is done done, and what is skipped skipped", () => {
    const done = play(runOf("yes", ifUp, ifUp, {}), ...byHand("1"), skip("2"), down);
    expect(statuses(done)).toBe("completed, skipped, ready");
  });

  test("completes a run in which nothing more is to be done", () => {
    expect(play(runOf("yes", {}, ifUp), ...byHand("1"), down).run.status).toBe("completed");
  });

  test("while paused changes what is offered, but ends the run only when it resumes", () => {
    const paused = play(runOf("yes", {}, ifUp), ...byHand("1"), pause, down);
    expect([paused.run.status, statuses(paused)]).toEqual(["paused", "completed, not_started"]);
    expect(play(paused, resume).run.status).toBe("completed");
  });
});

describe("Reopening a step", () => {
  const threeDone = () => play(runOf("yes", {}, {}, {}, {}), ...["1", "2", "3"].flatMap(byHand));

  test("offers it again, takes back what was offered after it, and keeps what was done", () => {
    const again = play(threeDone(), reopen("3"));
    expect(statuses(again)).toBe("completed, completed, ready, not_started");
    expect(stepOf(again, "3").attempts).toHaveLength(1);
    expect(again.run.status).toBe("in_progress");
  });

  test.each<[string, Move[]]>([
    ["is completed", []],
    ["failed", [reopen("3"), start("3"), fail("3")]],
    ["is in progress", [reopen("3"), start("3")]],
    ["was tried, and then skipped", [reopen("3"), start("3"), fail("3"), skip("3")]],
  ])("is refused while a step after it %s", (_, moves) => {
    expect(ask(play(threeDone(), ...moves), reopen("2"))).toEqual({
      ok: false,
      rejection: { code: "later_step_started", step: "2", later: "3" },
    });
  });

  test("looks through to steps that come after it only through others", () => {
    expect(ask(threeDone(), reopen("1"))).toMatchObject({ rejection: { code: "later_step_started", later: "2" } });
  });

  test("goes back one by one", () => {
    expect(statuses(play(threeDone(), reopen("3"), reopen("2"), reopen("1")))).toBe(
      "ready, not_started, not_started, not_started",
    );
  });

  test("does not mind a later step that was merely skipped, nor one beside it", () => {
    const skipped = play(runOf("yes", {}, {}, waits(), {}), ...byHand("1"), skip("2"), ...byHand("3"));
    expect(statuses(play(skipped, reopen("1")))).toBe("ready, skipped, completed, ready");
  });

  test("of a skipped step that no longer applies leaves it as not applicable", () => {
    const changed = play(runOf("yes", ifUp, {}), skip("1"), answerFact("source_up", "no"), reopen("1"));
    expect(statuses(changed)).toBe("not_started, ready");
    expect(play(changed, ...byHand("2")).run.status).toBe("completed");
  });

  test("asks again for a decision that was given", () => {
    const decided = play(runOf("yes", { kind: "approval" }, {}), approve("1"), reopen("1"));
    expect(statuses(decided)).toBe("awaiting_approval, not_started");
  });
});

test("A retried step that succeeds lets the run go on as if it had the first time", () => {
  const retried = play(runOf("yes", {}, {}), start("1"), fail("1"), retry("1"), complete("1"), ...byHand("2"));
  expect(retried.run.status).toBe("completed");
});
