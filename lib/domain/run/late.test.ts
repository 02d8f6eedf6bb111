import { expect, test } from "vitest";
import { lateKinds } from "#lib/domain/report/deviations.ts";
import { late, lateBy } from "#lib/domain/run/late.ts";
import { exceptionCount, exceptions } from "#lib/domain/run/outcome.ts";
import {
  abort,
  answerFact,
  byHand,
  complete,
  fail,
  type Move,
  record,
  reopen,
  retry,
  skip,
  start,
  tick,
} from "#lib/domain/testing/moves.ts";
import { instant, type Play, play, startedRun, stepOf } from "#lib/domain/testing/play.ts";
import { procedureOf, when } from "#lib/domain/testing/procedures.ts";
import { reportOf } from "#lib/domain/testing/report-of.ts";
import { bothTimes } from "#lib/words/time.ts";

/** A fact that is corrected when what it decides should have been done already. */

const ifFirewalls = { condition: when("firewalls", "yes") };
const restore = procedureOf(
  {
    subSteps: [
      { number: "1.1", title: "Save the addresses" },
      { number: "1.2", title: "Save the firewall rules", ...ifFirewalls },
    ],
  },
  { title: "Restore the firewalls", ...ifFirewalls },
  { title: "Switch over" },
  { title: "Check" },
);
const first: Move[] = [start("1"), tick("1.1"), complete("1")];
const corrected = answerFact("firewalls", "yes");
const without = startedRun(restore, { facts: { firewalls: "no" } });
const switched = play(without, ...first, ...byHand("3"));
const differs = (at: Play) => late(at.procedure, at.run).map(({ kind, step }) => `${kind} ${step}`);

test("What was done ahead of a step that came to apply late, and a line that came open, are deviations of the run", () => {
  const over = play(switched, corrected, ...byHand("2"), ...byHand("4"));
  expect(over.run.status).toBe("completed_with_exceptions");
  expect(over.log.at(-1)?.event).toMatchObject({ type: "run.completed", exceptions: ["1", "2"] });
  const answeredAt = bothTimes(over.run.answers[0]?.at ?? "");
  const because = `“firewalls included” was answered yes at ${answeredAt}`;
  expect(exceptions(restore, over.run)).toMatchObject([
    { step: "1", kind: "lines_open", by: "Chie", reason: `Line 1.2 was left open: ${because}` },
    {
      step: "2",
      kind: "out_of_order",
      by: "Chie",
      at: stepOf(over, "2").since,
      reason: `Step 3, which comes after it, was begun before it was done: ${because}`,
    },
  ]);
  expect(exceptionCount(restore, over.run)).toBe(2);
  expect(lateKinds(restore, over.run)).toEqual(["lines_open", "out_of_order"]);
  const { outcome, because: why, deviations } = reportOf(over);
  expect([outcome, why]).toEqual(["passed_with_conditions", ["2 deviations from the procedure."]]);
  expect(deviations.map(({ kind, step }) => [kind, step])).toEqual([
    ["lines_open", "1"],
    ["out_of_order", "2"],
  ]);
});

test("Before an answer is given it is known what it comes too late for, and what is not late is not told", () => {
  const asked = (at: Play, answer: "yes" | "unknown" = "yes") =>
    lateBy(at.procedure, at.run, { fact: "firewalls", answer }).map(({ step: { number }, steps, lines }) => [
      number,
      steps.join(),
      lines.join(),
    ]);
  expect(asked(switched)).toEqual([
    ["1", "", "1.2"],
    ["2", "3", ""],
  ]);
  expect(asked(switched, "unknown")).toEqual([["1", "", "1.2"]]);
  expect(asked(play(without, start("1")))).toEqual([]);
  expect(asked(play(without, ...first, start("3")))).toEqual([
    ["1", "", "1.2"],
    ["2", "3", ""],
  ]);
  const again = play(switched, corrected);
  expect(lateBy(restore, again.run, { fact: "firewalls", answer: "yes" })).toEqual([]);
});

test.each<[what: string, moves: Move[], differs: string[]]>([
  ["in time", [corrected, ...first.slice(0, 2), tick("1.2"), complete("1"), ...byHand("2"), ...byHand("3")], []],
  ["and put right again", [...first, ...byHand("3"), corrected, answerFact("firewalls", "no")], []],
  ["before what comes after it, whose step is reopened", [...first, corrected, reopen("1"), start("1")], []],
  ["before what comes after it", [...first, corrected, ...byHand("2"), ...byHand("3")], ["lines_open 1"]],
  [
    "when what comes after it has begun",
    [...first, start("3"), corrected, ...byHand("2"), complete("3")],
    ["lines_open 1", "out_of_order 2"],
  ],
  [
    "when what comes after it was tried in vain, and tried again in its turn",
    [...first, start("3"), fail("3"), corrected, ...byHand("2"), retry("3"), complete("3")],
    ["lines_open 1"],
  ],
  ["and left out all the same", [...first, ...byHand("3"), corrected, skip("2")], ["lines_open 1"]],
  ["of a step that was entered from paper", [record("1", instant(1)), ...byHand("3"), corrected], []],
])("An answer corrected %s", (_, moves, expected) => {
  expect(differs(play(without, ...moves))).toEqual(expected);
});

test("What comes after a step that was skipped was out of order with it, and what was entered as such says so itself", () => {
  const more = procedureOf({}, ifFirewalls, {}, {}, {});
  const begun = play(startedRun(more, { facts: { firewalls: "no" } }), ...byHand("1"), skip("3"), ...byHand("4"));
  expect(differs(play(begun, corrected, ...byHand("2")))).toEqual(["out_of_order 2"]);
  const paper = play(startedRun(more, { facts: { firewalls: "no" } }), ...byHand("1"), corrected);
  expect(differs(play(paper, record("3", paper.run.createdAt, "no time"), ...byHand("2")))).toEqual([]);
});

test("Of a run that goes on nothing late is kept, for it may be put right; of one that was aborted it is", () => {
  const late = play(switched, corrected, ...byHand("2"));
  expect(lateKinds(restore, late.run)).toEqual([]);
  expect(lateKinds(restore, play(late, abort).run)).toEqual(["lines_open", "out_of_order"]);
});
