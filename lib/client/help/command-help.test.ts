import { describe, expect, it } from "vitest";
import { commandHelp, helpEntry } from "#lib/client/help/command-help.ts";
import { findInHelp } from "#lib/client/help/help-find.ts";
import { fillOffer } from "#lib/client/offers/fill-offer.ts";
import { lockBreaker } from "#lib/client/offers/lock-breaker.ts";
import type { Offer } from "#lib/client/offers/offer.ts";
import { runOffers } from "#lib/client/offers/run-offers.ts";
import { stepOffers } from "#lib/client/offers/step-offers.ts";
import { outline } from "#lib/domain/outline.ts";
import { shownState } from "#lib/domain/run/digest.ts";
import { approve, askHelp, automate, byHand, pause, request } from "#lib/domain/testing/moves.ts";
import { chie, draftRun, olga, type Play, paul, play, startedRun, stepOf } from "#lib/domain/testing/play.ts";
import { automated, gated, procedureOf } from "#lib/domain/testing/procedures.ts";
import { stateNames, stepThatIs } from "#lib/domain/testing/step-states.ts";

const other = { ...chie, id: "00000000-0000-4000-8000-000000000009", name: "Cora" };
const approved = startedRun(procedureOf({ ...automated, ...gated.approval }));
const final = startedRun(procedureOf({ pointOfNoReturn: true, irreversible: true, title: "Cut over" }, {}));

const plays: Play[] = [
  ...stateNames.map(stepThatIs),
  draftRun(procedureOf({})),
  startedRun(procedureOf(automated)),
  startedRun(procedureOf(automated), { mode: "drill" }),
  approved,
  play(approved, request("1", { byHand: true }), approve("1")),
  play(startedRun(procedureOf({})), automate(true)),
  play(startedRun(procedureOf({})), pause),
  play(startedRun(procedureOf({})), askHelp("1")),
  play(final, { type: "step.start", step: "1", confirmation: "R-0042" }),
  play(startedRun(procedureOf({}, {})), ...byHand("1")),
];

/** Everything that people can be offered in a run that stands so. */
function offersIn(at: Play): Offer[] {
  return [chie, other, olga, paul].flatMap((person) => {
    const { primary, menu } = runOffers({ ...at, person });
    const ofSteps = outline(at.procedure).steps.flatMap((step) => {
      const state = stepOf(at, step.number);
      const role = step.roles[0] ?? "";
      const { foot, menu } = stepOffers({ ...at, person, step, state, shown: shownState(at.run, step, state), role });
      return [...foot, ...menu];
    });
    const rare = [lockBreaker({ ...at, person }), fillOffer({ ...at, person }, "lead", "Lead")];
    return [primary, ...menu, ...rare, ...ofSteps].filter((offer) => offer !== undefined);
  });
}

const offers = plays.flatMap(offersIn);
const labels = [...new Set(offers.map(({ label }) => label))];

/** The labels that an entry tells of: "Start", "Run" and "Simulate". */
const namesOf = (button: string): string[] => button.replace(/…$/, "").split(/, | or /);

describe("the help", () => {
  it("has every label that is offered for a run or a step, at what it sends", () => {
    const told = findInHelp("").groups.flatMap(({ buttons }) => buttons);
    const missing = offers.filter(({ label, command }) => {
      // Begun by hand it is the same at the first try and at another.
      const type = "byHand" in command && command.byHand && command.type === "step.retry" ? "step.start" : command.type;
      const names = told
        .filter(({ command: at }) => at === type || at === command.type)
        .flatMap(({ button }) => namesOf(button));
      return !names.some((name) => label.startsWith(name));
    });
    expect(missing.map(({ label }) => label)).toEqual([]);
  });

  it.each([
    "Start anyway…",
    "Go step by step",
    "Do it by hand",
    "Ask to do it by hand",
    "Help is settled…",
    "Declare the run failed, then switch back…",
    "Vote no go as Lead…",
  ])("was asked for “%s” too", (label) => {
    expect(labels).toContain(label);
  });

  it.each([
    ["Go step by step", "Ends that ready steps start by themselves"],
    ["Run ready steps automatically…", "Ready automated steps start without a press"],
    ["Start anyway…", "Starts although another run holds"],
    ["Start run", "Begins the run and its clock"],
    ["Do it by hand", "Begins the step without its command"],
    ["Run step 1", "Begins the step: by hand, by its command"],
    ["Ask to do it by hand", "Asks the same for doing the step by hand"],
  ])("tells of “%s” what that does", (label, does) => {
    const told = offers.filter((offer) => offer.label === label).map(({ command }) => commandHelp[helpEntry(command)]);
    expect(told[0]?.does).toContain(does);
    expect(new Set(told).size).toBe(1);
  });
});
