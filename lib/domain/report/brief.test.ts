import { describe, expect, test } from "vitest";
import { reportHtml } from "#lib/domain/report/html.ts";
import { stepsInBrief, timeSums } from "#lib/domain/report/in-brief.ts";
import { objectiveFacts, objectiveResults, objectivesSection } from "#lib/domain/report/objectives.ts";
import type { Report } from "#lib/domain/report/report.ts";
import { isEmpty, reportParts } from "#lib/domain/report/sections.ts";
import { timelineSvg } from "#lib/domain/report/timeline-svg.ts";
import type { Command } from "#lib/domain/run/command.ts";
import { abort, byHand, fail, override, pause, resume, skip, start } from "#lib/domain/testing/moves.ts";
import { chie, draftRun, instant, play, playBy, startedRun } from "#lib/domain/testing/play.ts";
import { automated, procedureOf, when } from "#lib/domain/testing/procedures.ts";
import { reportOf } from "#lib/domain/testing/report-of.ts";

const four = procedureOf({}, {}, {}, { condition: when("source_up", "yes") });
const begun = startedRun(four, { facts: { source_up: "no" } });
const whole = reportOf(play(begun, ...byHand("1"), skip("2"), start("3"), fail("3"), override("3")));

const withObjectives = (report: Report, change: Partial<Report["objectives"]>): Report => ({
  ...report,
  objectives: { ...report.objectives, ...change },
});

const identityOf = (report: Report) => Object.fromEntries(reportParts(report).run.facts ?? []);

describe("The steps in brief", () => {
  test("count what was done, what was done otherwise, and what did not apply", () => {
    expect(stepsInBrief(whole)).toBe("1 of 3 steps that apply completed, 1 overridden, 1 skipped, 1 not applicable");
  });

  test("say what was tried in vain apart from what nobody began", () => {
    expect(stepsInBrief(reportOf(play(begun, start("1"), fail("1"), abort)))).toBe(
      "0 of 3 steps that apply completed, 1 failed or stopped, 2 not done, 1 not applicable",
    );
  });

  test("say what was left undone", () => {
    expect(stepsInBrief(reportOf(play(begun, ...byHand("1"), abort)))).toBe(
      "1 of 3 steps that apply completed, 2 not done, 1 not applicable",
    );
  });
});

describe("An objective", () => {
  const rows = (report: Report) => objectivesSection(report).table?.rows;

  test.each([
    [{ rtoSeconds: 3_600, rtaSeconds: 3_000 }, ["1 h 00 min", "50 min", "10 min to spare", "Met"], "met"],
    [{ rtoSeconds: 3_600, rtaSeconds: 3_600 }, ["1 h 00 min", "1 h 00 min", "0 s to spare", "Met"], "met"],
    [
      { rtoSeconds: 3_600, rtaSeconds: 3_661 },
      ["1 h 00 min", "1 h 01 min 01 s", "1 min 01 s over", "Missed"],
      "missed",
    ],
    [{ rtoSeconds: null, rtaSeconds: 60 }, ["none set", "1 min", "", ""], null],
    [{ rtoSeconds: 60, rtaSeconds: null }, ["1 min", "not known", "", ""], null],
  ] as const)("of %j is %j", (change, words, result) => {
    const report = withObjectives(whole, change);
    expect(rows(report)?.[0]).toEqual(["Recovery time", ...words, "declared to ended"]);
    expect(objectiveResults(report)[0]).toBe(result);
  });

  test("is not measured by a drill in which whatever was tried was only simulated", () => {
    const two = procedureOf({}, { ...automated, inDrill: "simulate" });
    const over = play(startedRun(two, { mode: "drill" }), ...byHand("1"), start("2"));
    expect(over.run).toMatchObject({ status: "completed", onlySimulated: true });
    const report = withObjectives(reportOf(over), { rtoSeconds: 3_600 });
    expect(report.objectives.rtaSeconds).toBeNull();
    expect(objectiveFacts(report)[0]).toEqual(["Recovery time", "1 h 00 min, not measured"]);
    expect(rows(report)?.[0]).toEqual(["Recovery time", "1 h 00 min", "not measured", "", "", "only simulated"]);
    expect(objectiveResults(report)).toEqual([null, null]);
    expect(report.because).toContain("Whatever was tried was only simulated: no recovery time was measured.");
    expect(report.because).not.toContain("No objective was missed.");
  });

  test("is measured by a drill one step of which acts for real", () => {
    const procedure = procedureOf({}, { inDrill: "run" });
    const over = play(startedRun(procedure, { mode: "drill" }), ...byHand("1"), ...byHand("2"));
    expect(over.run.endedAt).not.toBeNull();
    expect(over.run.onlySimulated).toBeUndefined();
    expect(reportOf(over).objectives.rtaSeconds).not.toBeNull();
  });

  test("is not measured where nothing was done but skipped, which meets no objective", () => {
    const over = play(startedRun(procedureOf({}, {}), { mode: "drill" }), skip("1"), skip("2"));
    expect(over.run.onlySimulated).toBeUndefined();
    const report = withObjectives(reportOf(over), { rtoSeconds: 3_600 });
    expect(report.objectives.rtaSeconds).toBeNull();
    expect(rows(report)?.[0]).toEqual(["Recovery time", "1 h 00 min", "not measured", "", "", "nothing was done"]);
    expect(objectiveResults(report)).toEqual([null, null]);
  });

  test("is neither met nor missed while the run goes on, and is not over", () => {
    const report = reportOf(begun);
    expect(report.endedAt).toBeNull();
    expect(objectiveFacts(report)[0]).toEqual(["Recovery time", "run not over"]);
    const asked = withObjectives(report, { rtoSeconds: 3_600 });
    expect(objectiveFacts(asked)[0]).toEqual(["Recovery time", "1 h 00 min, run not over"]);
    expect(rows(asked)?.[0]).toEqual(["Recovery time", "1 h 00 min", "run not over", "", "", "declared to ended"]);
    expect(objectiveResults(asked)).toEqual([null, null]);
  });

  test("is missed by a run that was aborted before it came there", () => {
    const report = withObjectives(reportOf(play(begun, abort)), { rtoSeconds: 3_600 });
    expect(rows(report)?.[0]).toEqual([
      "Recovery time",
      "1 h 00 min",
      "not reached",
      "",
      "Missed",
      "declared to ended",
    ]);
    expect(objectiveResults(report)).toEqual(["missed", null]);
  });
});

test("What people stated of lost data and interruption says who did", () => {
  const stated = { rpaSeconds: 60, interruption: { from: "1", to: "2" } };
  const over = play(begun, ...byHand("1"), ...byHand("2"), ...byHand("3"), { type: "report.state", stated });
  const measured = (report: Report) => objectivesSection(report).table?.rows.map((cells) => cells.at(-1));
  expect(measured(reportOf(over))).toEqual(["declared to ended", "stated by Chie", "stated by Chie"]);
  expect(measured(whole)).toEqual(["declared to ended", "", ""]);
});

test("How long it took in all stands with the outcome once it is over", () => {
  const shown = (report: Report) => Object.fromEntries(reportParts(report).outcome.facts ?? [])["Declared to ended"];
  const over = { ...whole, endedAt: new Date(Date.parse(whole.declaredAt ?? "") + 2_460_000).toISOString() };
  expect([shown(over), shown(reportOf(begun))]).toEqual(["41 min", undefined]);
});

test("What is added up over the steps says so, also in the file", () => {
  const { note } = reportParts(whole).time;
  expect(note).toContain("added up over the steps");
  expect(reportHtml(whole)).toContain(`<h2>Where the time went <small>${note}</small></h2>`);
});

test("A run that was prepared as a draft is measured from its start, where nobody stated when it was declared", () => {
  const draft = draftRun(procedureOf({}), { undeclared: true, rtoSeconds: 10 });
  const prepared = reportOf(draft);
  expect(identityOf(prepared)).toMatchObject({ Declared: "when it is started", Started: "not started" });
  expect(timelineSvg(prepared)).toBe("");
  const later = playBy({ ...draft, run: { ...draft.run, seq: 3_600 } }, chie, { type: "run.start" });
  const report = reportOf(play(later, ...byHand("1")));
  expect(report).toMatchObject({ declaredAt: instant(3_600), startedAt: instant(3_600), outcome: "passed" });
  expect(report.objectives.rtaSeconds).toBeLessThan(10);
  expect(timeSums(report)[0]).toMatchObject({ kind: "before", seconds: 0 });
  expect(identityOf(reportOf(play(draft, abort)))).toMatchObject({
    Declared: "never declared",
    Started: "never started",
  });
});

test("What it took is told in whole seconds that have passed, as in the head of the run", () => {
  const at = play(startedRun(procedureOf({})), ...byHand("1"));
  const endedAt = (at.run.endedAt ?? "").replace(".000Z", ".600Z");
  const later = reportOf({ ...at, run: { ...at.run, endedAt } });
  expect(later.endedAt).toMatch(/\.600Z$/);
  expect(later.objectives.rtaSeconds).toBe(reportOf(at).objectives.rtaSeconds);
});

test("What the time went into begins with the declaration", () => {
  const startedAt = new Date(Date.parse(whole.declaredAt ?? "") + 90_000).toISOString();
  expect(timeSums({ ...whole, startedAt })[0]).toMatchObject({ kind: "before", seconds: 90 });
  expect(timeSums({ ...whole, startedAt: null })[0]).toMatchObject({ seconds: 0 });
});

test("The answers of the run stand in the report, on the page and in the file", () => {
  expect(whole.facts.length).toBeGreaterThan(0);
  const { facts } = reportParts(whole);
  expect(isEmpty(facts)).toBe(false);
  const [label = "", answer] = facts.facts[0] ?? [];
  expect(answer).toBe("no, Chie, 2026-01-01 00:00:00 UTC");
  expect(facts.facts[1]?.[1], "nobody answered it").toBe("unknown");
  expect(reportHtml(whole)).toContain(label);
  expect(reportHtml({ ...whole, facts: [] })).toContain("The procedure asks nothing.");
});

test("A pause is told once beside what the steps took, however many of them were ready", () => {
  const steps = [{ dependsOn: [] }, { dependsOn: [] }, { dependsOn: [] }];
  const note: Command = { type: "note.add", text: "so far so good" };
  const paused = play(startedRun(procedureOf(...steps)), pause, ...Array.from({ length: 60 }, () => note));
  const resumed = reportOf(play(paused, resume, abort));
  expect(timeSums(resumed).at(-1)).toMatchObject({ kind: "paused", seconds: 61 });
  expect(resumed.time.waitingSeconds, "of all three").toBeLessThan(61);
  expect(timeSums(reportOf(paused)).at(-1), "also while it goes on").toMatchObject({ kind: "paused" });
  expect(timeSums(whole).map(({ kind }) => kind)).not.toContain("paused");
  expect(reportHtml(resumed)).toContain("The run was paused");
});
