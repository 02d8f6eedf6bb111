import { describe, expect, it } from "vitest";
import { byRisk, type GoingFilter, goingRun, matchesFilter, type Risk, standOf } from "#lib/client/overview/going.ts";
import type { RunSummary } from "#lib/contract/run-summary.ts";
import type { Run, StepStatus } from "#lib/domain/run/state.ts";
import { gated, procedureOf } from "#lib/domain/testing/procedures.ts";

const NOW = Date.UTC(2026, 0, 1, 12);
const ago = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();
const mei = { id: "mei", name: "Mei Mori" };

const summary = (more: Partial<RunSummary> = {}) =>
  ({
    id: "run-1",
    number: 42,
    mode: "live",
    status: "in_progress",
    procedure: { title: "Move the mail" },
    sites: { source: "Tokyo", destination: "Osaka" },
    commander: mei,
    rtoSeconds: 3_600,
    declaredAt: ago(30),
    ...more,
  }) as RunSummary;

const procedure = procedureOf({ expectedSeconds: 600 }, { expectedSeconds: 600 });
const view = (statuses: StepStatus[], more: Partial<Run> = {}) => ({
  serverAt: ago(0),
  procedure: summary().procedure,
  run: {
    ...summary(),
    facts: {},
    answers: [],
    positions: {},
    people: {},
    presence: {},
    createdAt: ago(30),
    startedAt: ago(30),
    steps: statuses.map((status, i) => ({
      ...{ number: String(i + 1), status, since: ago(10), by: mei, attempts: [], ticks: {}, added: [], attached: [] },
    })),
    ...more,
  } as unknown as Run,
});

describe("a run that goes on", () => {
  it.each<[string, Partial<RunSummary>, StepStatus[], Risk | null]>([
    ["goes well while it ends in time", {}, ["ready", "not_started"], null],
    ["is over once its objective has passed", { declaredAt: ago(61) }, ["ready", "not_started"], "over"],
    [
      "cannot be over before it is declared",
      { status: "draft", declaredAt: null },
      ["not_started", "not_started"],
      null,
    ],
    ["is late when the rest takes longer than is left", { declaredAt: ago(45) }, ["ready", "not_started"], "late"],
    ["is in trouble when a step has failed", {}, ["failed", "not_started"], "trouble"],
    ["is late before it is in trouble", { declaredAt: ago(45) }, ["failed", "not_started"], "late"],
    [
      "is neither over nor late without an objective",
      { rtoSeconds: null, declaredAt: ago(600) },
      ["ready", "not_started"],
      null,
    ],
    ["stands still while it is paused", { status: "paused" }, ["completed", "not_started"], "paused"],
  ])("%s", (_, more, statuses, risk) => {
    expect(goingRun({ summary: summary(more), view: view(statuses), procedure }, {}, NOW).risk).toBe(risk);
  });

  it("is late by what past runs took where the procedure says nothing, as on its own page", () => {
    const unsaid = { summary: summary(), view: view(["ready", "not_started"]), procedure: procedureOf({}, {}) };
    expect(goingRun(unsaid, {}, NOW)).toMatchObject({ finish: null, risk: null });
    const past = { "1": { seconds: 3_000, runs: 2, drills: 1 } };
    expect(goingRun(unsaid, past, NOW)).toMatchObject({ finish: { atBest: true }, risk: "late" });
  });

  it("is expected at best while people have to decide before what is left", () => {
    const held = procedureOf({ expectedSeconds: 600 }, { expectedSeconds: 600, ...gated.hold });
    const asked = { summary: summary(), view: view(["ready", "not_started"], { withoutGates: [] }) };
    expect(goingRun({ ...asked, procedure: held }, {}, NOW).finish?.atBest).toBe(true);
    expect(goingRun({ ...asked, procedure }, {}, NOW).finish?.atBest).toBe(false);
  });

  it("is over by the time itself, and late by when the server was heard last", () => {
    const run = { summary: summary({ declaredAt: ago(61) }), view: view(["ready", "not_started"]), procedure };
    const heardMs = NOW - 5 * 60_000;
    expect(goingRun(run, {}, NOW, heardMs).risk).toBe("over");
    expect(goingRun(run, {}, NOW, heardMs).finish).toEqual(goingRun(run, {}, heardMs).finish);
  });

  it("is known to be over or in trouble from its summary alone", () => {
    expect(goingRun({ summary: summary({ stepsInTrouble: 1 }) }, {}, NOW).risk).toBe("trouble");
    expect(goingRun({ summary: summary({ declaredAt: ago(61) }) }, {}, NOW)).toMatchObject({
      risk: "over",
      brief: null,
    });
  });
});

it("A run that is only listed is not looked at, and never counted as well; nor is one of which nothing has come yet", () => {
  const runs = [
    { summary: summary() },
    { summary: summary(), listedOnly: true },
    { summary: summary({ status: "paused" }), listedOnly: true },
    { summary: summary({ declaredAt: ago(61) }), listedOnly: true },
  ].map((run) => goingRun(run, {}, NOW));
  expect(standOf(runs)).toEqual({ over: 1, risk: 1, notLookedAt: 3 });
});

it("The gravest stands first, then what is due soonest, and what is never due as it came", () => {
  const runs = [
    summary({ number: 1, rtoSeconds: null }),
    summary({ number: 2, status: "paused" }),
    summary({ number: 3, rtoSeconds: null }),
    summary({ number: 4, rtoSeconds: 7_200 }),
    summary({ number: 5 }),
    summary({ number: 6, declaredAt: ago(90) }),
  ].map((each) => goingRun({ summary: each }, {}, NOW));
  expect(byRisk(runs).map((run) => run.summary.number)).toEqual([6, 2, 5, 4, 1, 3]);
});

describe("the filter of the overview", () => {
  it.each<[string, Partial<GoingFilter>, boolean]>([
    ["shows all at first", {}, true],
    ["finds by number, site and commander in any order", { text: "mori R-0042 osaka" }, true],
    ["finds by the mode and the procedure", { text: "live MAIL" }, true],
    ["hides what has not all the words", { text: "mail kyoto" }, false],
    ["shows what is mine", { only: "mine" }, true],
    ["hides what is at no risk", { only: "risk" }, false],
  ])("%s", (_, more, shown) => {
    const run = goingRun({ summary: summary() }, {}, NOW);
    expect(matchesFilter(run, { only: "all", text: "", ...more }, new Set(["run-1"]))).toBe(shown);
  });
});
