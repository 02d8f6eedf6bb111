import { expect, test } from "vitest";
import { activeSteps, likeliest } from "#components/runs/active-steps.ts";
import { stepRows } from "#components/runs/step-rows.ts";
import type { Person } from "#lib/domain/actor.ts";
import { digest } from "#lib/domain/run/digest.ts";
import { assign, start } from "#lib/domain/testing/moves.ts";
import { adam, chie, olga, type Play, play, playBy, startedRun } from "#lib/domain/testing/play.ts";
import { gated, procedureOf } from "#lib/domain/testing/procedures.ts";

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

test("what only the commander can do comes first for the commander", () => {
  const procedure = procedureOf({}, { dependsOn: [], ...gated.hold });
  expect(shownTo(chie, startedRun(procedure))).toBe("2");
});
