import { describe, expect, it } from "vitest";
import { bigPress, isPressable } from "#lib/client/big-press.ts";
import { stepOffers } from "#lib/client/step-offers.ts";
import type { Person } from "#lib/domain/actor.ts";
import { outline } from "#lib/domain/outline.ts";
import { shownState } from "#lib/domain/run/digest.ts";
import { anna, chie, olga, type Play, paul, stepOf } from "#lib/domain/testing/play.ts";
import { type StateName, stepThatIs } from "#lib/domain/testing/step-states.ts";

function pressAt(at: Play, person: Person, roles?: string[]) {
  const found = outline(at.procedure).byNumber.get("2");
  if (!found) throw new Error("There is no step 2.");
  const step = roles ? { ...found, roles } : found;
  const state = stepOf(at, "2");
  const shown = shownState(at.run, step, state);
  const { foot } = stepOffers({ ...at, person, step, state, shown, role: step.roles[0] ?? "" });
  return bigPress(at.run, { step, state, shown, foot });
}

/** What is written on it; null for no button. */
function wordsAt(at: Play, person: Person, roles?: string[]): string | null {
  const press = pressAt(at, person, roles);
  if (!press) return null;
  return "tick" in press ? `tick ${press.tick}` : press.offer.label;
}

describe("the one big button of a phone", () => {
  it.each<[StateName, string | null]>([
    ["waiting for another", "Start step 2"],
    ["ready", "Start step 2"],
    ["in progress by hand", "Complete step 2"],
    ["failed", "Retry step 2"],
    ["at a go or no-go", "Go for step 2…"],
    ["undecided", null],
    ["completed", null],
  ])("%s: %s", (name, words) => {
    expect(wordsAt(stepThatIs(name), chie)).toBe(words);
  });

  it.each<StateName>(["ready", "failed", "canceled"])("%s, at one of two places: it is begun in the card", (name) => {
    expect(wordsAt(stepThatIs(name), chie, ["source", "destination"])).toBeNull();
  });

  it.each<[StateName, Person, string | undefined]>([
    ["at a go or no-go", chie, "No go…"],
    ["awaiting approval", paul, "Reject…"],
    ["held at a hold point", chie, undefined],
    ["ready", chie, undefined],
  ])("%s: the no to its yes is beside it", (name, person, words) => {
    const press = pressAt(stepThatIs(name), person);
    expect(press && "no" in press ? press.no?.label : undefined).toBe(words);
  });

  it("is pressable only where the rule allows it", () => {
    expect(isPressable(pressAt(stepThatIs("ready"), olga))).toBe(true);
    expect(isPressable(pressAt(stepThatIs("waiting for another"), olga))).toBe(false);
    expect(isPressable(pressAt(stepThatIs("undecided"), anna))).toBe(false);
  });
});
