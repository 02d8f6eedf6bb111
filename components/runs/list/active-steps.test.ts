import { expect, test } from "vitest";
import { activeSteps, likeliest, ownSteps } from "#components/runs/list/active-steps.ts";
import { stepRows } from "#components/runs/list/step-rows.ts";
import type { Person } from "#lib/domain/actor.ts";
import { digest } from "#lib/domain/run/digest.ts";
import { assign, complete, fail, reopen, request, start } from "#lib/domain/testing/moves.ts";
import { adam, chie, olga, type Play, paul, play, playBy, startedRun } from "#lib/domain/testing/play.ts";
import { gated, procedureOf, when } from "#lib/domain/testing/procedures.ts";

const undecided = procedureOf({ condition: when("firewalls", "yes") }, {});
const approvedFirst = procedureOf({ ...gated.approval });
const three = procedureOf({}, { dependsOn: [] }, { dependsOn: [] });

function shownTo(person: Person, { procedure, run }: Play): string | undefined {
  const whole = digest(procedure, run);
  return likeliest(activeSteps(stepRows(procedure, run, {}), whole), whole, run, person)?.step.number;
}

test("a step that is somebody's comes before the first that is anybody's", () => {
  const at = play(startedRun(three), assign("2", olga));
  expect([shownTo(olga, at), shownTo(adam, at)]).toEqual(["2", "1"]);
});

test("what somebody has begun comes before what is theirs", () => {
  expect(shownTo(olga, playBy(play(startedRun(three), assign("2", olga)), olga, start("3")))).toBe("3");
});

test("what failed comes first for who decides on it, as in the list of what goes on", () => {
  const at = play(playBy(startedRun(three), chie, start("1")), start("3"), fail("3"));
  expect([shownTo(chie, at), shownTo(olga, playBy(at, olga, start("2")))]).toEqual(["3", "2"]);
});

test("what only the commander can do comes first for the commander", () => {
  const procedure = procedureOf({}, { dependsOn: [], ...gated.hold });
  expect(shownTo(chie, startedRun(procedure))).toBe("2");
});

test.each<[string, Person, Play, string[]]>([
  ["assigned to them", olga, play(startedRun(three), assign("2", olga)), ["2"]],
  [
    "begun by them, whosever they are",
    olga,
    playBy(play(startedRun(three), assign("3", adam)), olga, start("3")),
    ["3"],
  ],
  ["not begun any more", olga, play(playBy(startedRun(three), olga, start("3")), ...[complete("3"), reopen("3")]), []],
  [
    "waiting for the decision of who commands",
    chie,
    play(playBy(startedRun(three), olga, start("1")), fail("1")),
    ["1"],
  ],
  [
    "waiting for the vote of whose position it is",
    olga,
    startedRun(procedureOf({}, { dependsOn: [], ...gated.poll })),
    ["2"],
  ],
  ["waiting for an answer of who commands", chie, startedRun(undecided, { facts: { firewalls: "unknown" } }), ["1"]],
  ["waiting for any of their role", paul, play(startedRun(approvedFirst), request("1")), []],
])("what is %s is among the steps of that person, or not", (_, person, { procedure, run }, own) => {
  const rows = stepRows(procedure, run, {});
  expect([...ownSteps(rows, digest(procedure, run), run, person)].map(({ step }) => step.number)).toEqual(own);
});
