import { describe, expect, it } from "vitest";
import { commandHelp } from "#lib/client/help/command-help.ts";
import { findInHelp } from "#lib/client/help/help-find.ts";
import { operationHelp } from "#lib/client/help/operation-help.ts";

const found = (text: string) => {
  const { days, steps, runs, others, groups } = findInHelp(text);
  return [
    ...days.map(({ title }) => title),
    ...steps.map(([state]) => state),
    ...runs.map(([status]) => status),
    ...others.flatMap(({ id, states }) => states.map(({ state }) => `${id}-${state}`)),
    ...groups.flatMap(({ buttons }) => buttons.map(({ entry }) => entry)),
  ];
};

describe("what is found in the help", () => {
  it("is all of it while nothing is looked for", () => {
    const buttons = [commandHelp, operationHelp].flatMap((entries) => Object.keys(entries));
    expect(findInHelp(" ").count).toBe(6 + 16 + 7 + (4 + 6 + 3 + 4) + buttons.length);
  });

  it.each<[string, string, string[]]>([
    ["a state by its word", "outcome UNKNOWN", ["canceling", "interrupted"]],
    ["a record's by its word", "does not hold", ["records-broken"]],
    ["a site's by what is to be done", "reaches the site", ["sites-no_worker"]],
    ["a message's", "given up tries", ["messages-given_up"]],
    ["a procedure's", "live run, no drill", ["trust-live"]],
    ["a button by what it does", "receipt left", ["step.ask"]],
    ["a button by its label", "break glass", ["gate.break"]],
    ["a button beside those of a run", "save the run pack", ["pack"]],
    ["a day by a page that it leads to", "new run preview", ["Create the run as a drill"]],
    ["nothing, where a word is nowhere", "glass aquarium", []],
  ])("%s", (_, text, entries) => {
    expect(found(text)).toEqual(entries);
  });

  it("says how many there are", () => {
    expect(findInHelp("receipt").count).toBe(found("receipt").length);
  });
});
