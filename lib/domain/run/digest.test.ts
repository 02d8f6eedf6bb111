import { describe, expect, it } from "vitest";
import { type Digest, digest } from "#lib/domain/run/digest.ts";
import {
  answerFact,
  begin,
  byHand,
  complete,
  exit,
  fail,
  finish,
  pause,
  reject,
  release,
  skip,
  start,
} from "#lib/domain/testing/moves.ts";
import { draftRun, type Play, play, startedRun } from "#lib/domain/testing/play.ts";
import { automated, confirmed, procedureOf, type StepDraft, when } from "#lib/domain/testing/procedures.ts";
import { type StateName, stepThatIs } from "#lib/domain/testing/step-states.ts";

const of = ({ procedure, run }: Play): Digest => digest(procedure, run);

const now = ({ now: items }: Digest) => items.map(({ step, shown, queued }) => `${step} ${queued ? "queued" : shown}`);
const next = ({ next: items }: Digest) => items.map(({ step, waitsFor }) => [step, ...waitsFor].join(" "));
const waiting = ({ waiting: items }: Digest) =>
  items.map(({ step, need, who }) => `${step} ${typeof who === "string" ? who : Object.values(who).join()}: ${need}`);

/** Step 1, then 2 and 3 beside each other, then 4. */
const fork = (second: StepDraft = {}, third: StepDraft = {}) =>
  procedureOf({}, second, { dependsOn: ["1"], ...third }, { dependsOn: ["2", "3"] });

describe("what happens now and next", () => {
  it("is nothing in a draft, which says what will be ready first", () => {
    const draft = of(draftRun(fork()));
    expect([now(draft), next(draft), waiting(draft)]).toEqual([[], ["1"], []]);
  });

  it.each<[string, Play, string[], string[]]>([
    ["a ready step, while nothing else goes on", startedRun(fork()), ["1 ready"], ["2 1", "3 1"]],
    [
      "what goes on hides what is only ready",
      play(startedRun(fork()), ...byHand("1"), start("2")),
      ["2 in_progress"],
      ["4 2 3"],
    ],
    [
      "a command that no worker has begun is queued",
      play(startedRun(fork(automated)), ...byHand("1"), start("2")),
      ["2 queued"],
      ["4 2 3"],
    ],
    [
      "a command that a worker has begun is not",
      play(startedRun(fork(automated)), ...byHand("1"), start("2"), begin("2")),
      ["2 in_progress"],
      ["4 2 3"],
    ],
    [
      "what waits for confirmation is not over yet",
      play(startedRun(fork(confirmed)), ...byHand("1"), start("2"), begin("2"), finish("2", exit(0))),
      ["2 awaiting_confirmation"],
      ["4 2 3"],
    ],
    [
      "next is what waits only for what goes on",
      play(startedRun(procedureOf({}, {}, {})), start("1")),
      ["1 in_progress"],
      ["2 1"],
    ],
  ])("%s", (_, at, expectedNow, expectedNext) => {
    expect([now(of(at)), next(of(at))]).toEqual([expectedNow, expectedNext]);
  });

  it("is nothing when the run is over", () => {
    const over = of(play(startedRun(procedureOf({})), ...byHand("1")));
    expect([now(over), next(over), waiting(over)]).toEqual([[], [], []]);
  });
});

describe("whom a run waits for", () => {
  it.each<[StateName, string[]]>([
    ["waiting for another", []],
    ["not applicable", ["3 operator: start"]],
    ["undecided", ["2 commander: answer"]],
    ["ready", ["2 operator: start"]],
    ["in progress by hand", []],
    ["queued", []],
    ["running its command", []],
    ["awaiting approval", ["2 approver: approve"]],
    ["held at a hold point", ["2 commander: release"]],
    ["ready, its approval not asked for", ["2 operator: request"]],
    ["awaiting approval to start", ["2 approver: approve"]],
    ["ready, approved", ["2 operator: start"]],
    ["held before it starts", ["2 commander: release"]],
    ["at a go or no-go", ["2 lead: vote"]],
    ["not gone for", ["2 commander: decide"]],
    ["awaiting confirmation", ["2 operator: confirm"]],
    ["rejected", ["2 commander: decide"]],
    ["failed", ["2 commander: decide"]],
    ["timed out", ["2 commander: decide"]],
    ["interrupted", ["2 commander: decide"]],
    ["being canceled", []],
    ["canceled", ["2 commander: decide"]],
    ["overridden", ["3 operator: start"]],
    ["skipped", ["3 operator: start"]],
  ])("a step that is %s", (name, expected) => {
    expect(waiting(of(stepThatIs(name)))).toEqual(expected);
  });

  it("does not ask for an answer before the step could be begun", () => {
    const undecided = startedRun(procedureOf({}, { condition: when("source_up", "yes") }));
    expect(waiting(of(undecided))).toEqual(["1 operator: start"]);
  });

  it("has waited for an answer since what comes before was settled", () => {
    const undecided = play(startedRun(procedureOf({}, { condition: when("source_up", "yes") })), ...byHand("1"));
    const settledAt = undecided.run.steps[0]?.since;
    expect(of(undecided).waiting).toEqual([{ step: "2", need: "answer", who: "commander", since: settledAt }]);
  });

  it("names what is in trouble first, then the longest wait", () => {
    const procedure = procedureOf({}, {}, { dependsOn: ["1"] }, { dependsOn: ["1"] });
    const at = play(startedRun(procedure), ...byHand("1"), start("4"), fail("4"));
    expect(waiting(of(at))).toEqual(["4 commander: decide", "2 operator: start", "3 operator: start"]);
  });

  it("still waits while the run is paused", () => {
    expect(waiting(of(play(startedRun(fork()), pause)))).toEqual(["1 operator: start"]);
  });
});

describe("the count", () => {
  const procedure = procedureOf(
    {},
    { condition: when("source_up", "yes") },
    { condition: when("firewalls", "yes") },
    { kind: "hold_point" },
    {},
  );

  it.each<[string, Play, string]>([
    ["counts what is undecided as applying", startedRun(procedure, { facts: { source_up: "no" } }), "0 of 4, 1 not"],
    [
      "leaves out what does not apply",
      startedRun(procedure, { facts: { source_up: "no", firewalls: "no" } }),
      "0 of 3, 2 not",
    ],
    [
      "counts what was skipped as settled",
      play(startedRun(procedure, { facts: { source_up: "no", firewalls: "no" } }), skip("1"), release("4")),
      "2 of 3, 2 not",
    ],
    [
      "does not count what failed or was rejected",
      play(startedRun(procedureOf({}, { kind: "approval" })), ...byHand("1"), reject("2")),
      "1 of 2, 0 not",
    ],
    [
      "follows a fact that is answered again",
      play(
        startedRun(procedure, { facts: { source_up: "no" } }),
        answerFact("source_up", "yes"),
        start("1"),
        complete("1"),
      ),
      "1 of 5, 0 not",
    ],
  ])("%s", (_, at, expected) => {
    const { settled, applying, notApplicable } = of(at).tally;
    expect(`${settled} of ${applying}, ${notApplicable} not`).toBe(expected);
  });

  it("has each step in one state", () => {
    const { byState } = of(startedRun(procedure, { facts: { source_up: "no" } })).tally;
    expect([...byState.values()].reduce((sum, count) => sum + count, 0)).toBe(5);
  });
});
