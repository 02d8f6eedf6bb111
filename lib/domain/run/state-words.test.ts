import { expect, test } from "vitest";
import { outline } from "#lib/domain/outline.ts";
import { shownState } from "#lib/domain/run/digest.ts";
import { stepWord } from "#lib/domain/run/state-words.ts";
import { stepOf } from "#lib/domain/testing/play.ts";
import { type StateName, stepThatIs } from "#lib/domain/testing/step-states.ts";

test.each([
  ["awaiting approval", "Awaiting decision"],
  ["held at a hold point", "Held"],
  ["held before it starts", "Awaiting decision"],
  ["in progress by hand", "In progress"],
  ["in progress by hand instead of its command", "In progress"],
  ["in progress in a drill", "In progress"],
  ["queued", "Queued"],
  ["running its command", "In progress"],
  ["being canceled", "Canceling"],
  ["interrupted", "Outcome unknown"],
] as const)("a step that is %s is called %s", (name: StateName, word) => {
  const at = stepThatIs(name);
  const step = outline(at.procedure).byNumber.get("2");
  const state = stepOf(at, "2");
  if (!step) throw new Error("There is no step 2.");
  expect(stepWord({ step, state, shown: shownState(at.run, step, state) })).toBe(word);
});
