import { describe, expect, it } from "vitest";
import { completionOf, noteOf } from "#lib/client/offers/completion.ts";
import type { Person } from "#lib/domain/actor.ts";
import { outline } from "#lib/domain/outline.ts";
import { shownState } from "#lib/domain/run/digest.ts";
import { anna, chie, olga, type Play, stepOf } from "#lib/domain/testing/play.ts";
import { type StateName, stateNames, stepThatIs } from "#lib/domain/testing/step-states.ts";

function at(play: Play, person: Person) {
  const step = outline(play.procedure).byNumber.get("2");
  if (!step) throw new Error("There is no step 2.");
  const state = stepOf(play, "2");
  return { ...play, person, step, state, shown: shownState(play.run, step, state), role: step.roles[0] ?? "" };
}

const completable = [
  "in progress by hand",
  "in progress by hand instead of its command",
  "awaiting confirmation",
  "in progress in a drill",
];

describe("the key that completes a step", () => {
  it.each(stateNames)("sends the step's own command or says why not: %s", (name: StateName) => {
    const completion = completionOf(at(stepThatIs(name), olga));
    if (completable.includes(name)) expect(completion).toMatchObject({ command: { type: "step.complete", step: "2" } });
    else expect(completion).toMatch(/^[A-Z].*\.$/s);
  });

  it("tells somebody who only reads why it does nothing", () => {
    expect(completionOf(at(stepThatIs("in progress by hand"), anna))).toMatch(/\.$/);
  });
});

describe("the key that adds a note", () => {
  it("is about the step", () => {
    expect(noteOf(at(stepThatIs("ready"), chie))).toMatchObject({ command: { type: "note.add", step: "2" } });
  });

  it("tells somebody who writes none why", () => {
    expect(noteOf(at(stepThatIs("ready"), anna))).toMatch(/\.$/);
  });
});
