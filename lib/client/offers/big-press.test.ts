import { describe, expect, it } from "vitest";
import { bigPress, isPressable, placesAtFoot } from "#lib/client/offers/big-press.ts";
import { stepOffers } from "#lib/client/offers/step-offers.ts";
import { placeOf } from "#lib/client/run/run-places.ts";
import type { Person } from "#lib/domain/actor.ts";
import { outline } from "#lib/domain/outline.ts";
import { shownState } from "#lib/domain/run/digest.ts";
import { answerFact, start, tick } from "#lib/domain/testing/moves.ts";
import { anna, chie, olga, type Play, paul, play, startedRun, stepOf } from "#lib/domain/testing/play.ts";
import { procedureOf, when } from "#lib/domain/testing/procedures.ts";
import { type StateName, stepThatIs } from "#lib/domain/testing/step-states.ts";

type Asked = { number?: string; roles?: string[]; chosen?: string };

function pressAt(at: Play, person: Person, { number = "2", roles, chosen }: Asked = {}) {
  const found = outline(at.procedure).byNumber.get(number);
  if (!found) throw new Error("There is no such step.");
  const step = roles ? { ...found, roles } : found;
  const state = stepOf(at, number);
  const shown = shownState(at.run, step, state);
  const { foot } = stepOffers({
    ...at,
    person,
    step,
    state,
    shown,
    role: placeOf(at.run, { step, state, shown }, chosen),
  });
  return bigPress(at.run, { step, state, shown, foot });
}

/** What is written on it; null for no button. */
function wordsAt(at: Play, person: Person, asked: Asked = {}): string | null {
  const press = pressAt(at, person, asked);
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
    ["queued", null],
    ["running its command", null],
    ["completed", null],
  ])("%s: %s", (name, words) => {
    expect(wordsAt(stepThatIs(name), chie)).toBe(words);
  });

  it.each<[StateName, string, string]>([
    ["ready", "source", "Start step 2 at Tokyo (practice)"],
    ["ready", "destination", "Start step 2 at Osaka (practice)"],
    ["failed", "destination", "Retry step 2 at Osaka (practice)"],
    ["canceled", "source", "Retry step 2 at Tokyo (practice)"],
    ["in progress by hand", "source", "Complete step 2"],
  ])("%s, at one of two places: it says which is chosen, %s", (name, chosen, words) => {
    const roles = ["source", "destination"];
    expect(wordsAt(stepThatIs(name), chie, { roles, chosen })).toBe(words);
    const isBegun = name === "in progress by hand";
    expect(placesAtFoot(pressAt(stepThatIs(name), chie, { roles, chosen }))).toEqual(isBegun ? [] : roles);
  });

  it("names the role, too, where both places are one site, and asks for no place that was agreed to", () => {
    const at = stepThatIs("ready");
    const { source } = at.run.sites;
    if (!source) throw new Error("There is no source.");
    const inOne = { ...at, run: { ...at.run, sites: { source, destination: source } } };
    expect(wordsAt(inOne, chie, { roles: ["source", "destination"], chosen: "destination" })).toBe(
      "Start step 2 at Tokyo (practice), destination",
    );
    const approved = pressAt(stepThatIs("ready, approved"), chie, { roles: ["source", "destination"] });
    expect(placesAtFoot(approved)).toEqual([]);
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

  it("asks for no tick of a line that may not apply", () => {
    const subSteps = [
      { number: "1.1", title: "Always" },
      { number: "1.2", title: "With firewalls", condition: when("firewalls", "yes") },
    ];
    const begun = play(startedRun(procedureOf({ subSteps }), { facts: { firewalls: "unknown" } }), start("1"));
    expect(wordsAt(begun, chie, { number: "1" })).toBe("tick 1.1");
    const ticked = play(begun, tick("1.1"));
    expect(wordsAt(ticked, chie, { number: "1" })).toBe("Complete step 1");
    expect(wordsAt(play(ticked, answerFact("firewalls", "yes")), chie, { number: "1" })).toBe("tick 1.2");
  });

  it("is pressable only where the rule allows it", () => {
    expect(isPressable(pressAt(stepThatIs("ready"), olga))).toBe(true);
    expect(isPressable(pressAt(stepThatIs("waiting for another"), olga))).toBe(false);
    expect(isPressable(pressAt(stepThatIs("undecided"), anna))).toBe(false);
  });
});
