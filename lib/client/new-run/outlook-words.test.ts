import { describe, expect, it } from "vitest";
import { basisWords, coverageWords } from "#lib/client/new-run/outlook-words.ts";
import type { Outlook } from "#lib/domain/outlook.ts";

const outlook: Outlook = {
  seconds: 60,
  steps: 15,
  unknown: 0,
  decisions: 0,
  shown: 0,
  byProcedure: 15,
  byPast: 0,
  pastRuns: null,
};
const past = (least: number, most: number, drills: "none" | "some" | "all"): Partial<Outlook> => ({
  ...{ byProcedure: 0, byPast: 15 },
  pastRuns: { least, most, drills },
});

describe("how much of a plan is estimated", () => {
  it.each<[string, Partial<Outlook>]>([
    ["All 15 steps are estimated", {}],
    ["The one step is estimated", { steps: 1 }],
    ["At best: 3 of 15 steps have no estimate", { unknown: 3 }],
    ["At best: 1 of 15 steps has no estimate", { unknown: 1 }],
    ["At best: 2 decisions count as no time", { decisions: 2 }],
    ["At best: 1 decision counts as no time", { decisions: 1 }],
    ["At best: 3 of 15 steps have no estimate, 2 decisions count as no time", { unknown: 3, decisions: 2 }],
    ["No step that would apply has an estimate", { seconds: null, unknown: 15 }],
    ["No step would apply", { seconds: 0, steps: 0 }],
  ])("%s", (words, more) => {
    expect(coverageWords({ ...outlook, ...more })).toBe(words);
  });
});

describe("what that rests on", () => {
  it.each<[string | null, Partial<Outlook>]>([
    ["by the procedure", {}],
    [null, { byProcedure: 0, unknown: 15 }],
    ["by the procedure, 5 only simulated", { byProcedure: 10, shown: 5 }],
    ["15 only simulated", { byProcedure: 0, shown: 15 }],
    ["median of 3 drills", past(3, 3, "all")],
    ["median of 1 to 3 live runs", past(1, 3, "none")],
    ["median of 2 to 5 runs, drills among them", past(2, 5, "some")],
    ["as in one drill", past(1, 1, "all")],
    ["as in one live run", past(1, 1, "none")],
    ["8 by the procedure, 7 by past runs: median of 3 drills", { ...past(3, 3, "all"), byProcedure: 8, byPast: 7 }],
  ])("%s", (words, more) => {
    expect(basisWords({ ...outlook, ...more })).toBe(words);
  });
});
