import { expect, test } from "vitest";
import { consequenceOf } from "#lib/client/run/decided-by.ts";
import { skip } from "#lib/domain/testing/moves.ts";
import { play, startedRun } from "#lib/domain/testing/play.ts";
import { procedureOf, when } from "#lib/domain/testing/procedures.ts";

const procedure = procedureOf(
  { subSteps: [{ number: "1.1", title: "With firewalls", condition: when("firewalls", "yes") }] },
  {
    condition: when("firewalls", "no"),
    subSteps: [{ number: "2.1", title: "Never asked", condition: when("firewalls", "yes") }],
  },
);
const begun = startedRun(procedure, { facts: { firewalls: "unknown" } });

test("an answer tells what it makes of steps and of lines, but of no line in a step that it rules out", () => {
  const of = (answer: "yes" | "no") => consequenceOf(procedure, begun.run, { fact: "firewalls", answer });
  expect(of("yes")).toBe("step 1.1 applies, step 2 does not apply");
  expect(of("no")).toBe("step 1.1 does not apply, step 2 applies, step 2.1 does not apply");
});

test("an answer tells nothing of the lines of a step that is settled", () => {
  const { run } = play(begun, skip("1"));
  expect(consequenceOf(procedure, run, { fact: "firewalls", answer: "yes" })).toBe("step 2 does not apply");
});
