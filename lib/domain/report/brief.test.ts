import { describe, expect, test } from "vitest";
import { reportHtml } from "#lib/domain/report/html.ts";
import { stepsInBrief, timeSums } from "#lib/domain/report/in-brief.ts";
import { objectiveFacts, objectiveResults, objectivesSection } from "#lib/domain/report/objectives.ts";
import type { Report } from "#lib/domain/report/report.ts";
import { isEmpty, reportParts } from "#lib/domain/report/sections.ts";
import { abort, byHand, fail, override, skip, start } from "#lib/domain/testing/moves.ts";
import { play, startedRun } from "#lib/domain/testing/play.ts";
import { procedureOf, when } from "#lib/domain/testing/procedures.ts";
import { reportOf } from "#lib/domain/testing/report-of.ts";

const four = procedureOf({}, {}, {}, { condition: when("source_up", "yes") });
const begun = startedRun(four, { facts: { source_up: "no" } });
const whole = reportOf(play(begun, ...byHand("1"), skip("2"), start("3"), fail("3"), override("3")));

const withObjectives = (report: Report, change: Partial<Report["objectives"]>): Report => ({
  ...report,
  objectives: { ...report.objectives, ...change },
});

describe("The steps in brief", () => {
  test("count what was done, what was done otherwise, and what did not apply", () => {
    expect(stepsInBrief(whole)).toBe("1 of 3 steps that apply completed, 1 overridden, 1 skipped, 1 not applicable");
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

  test("is neither met nor missed while the run goes on, and is not over", () => {
    const report = reportOf(begun);
    expect(report.endedAt).toBeNull();
    expect(objectiveFacts(report)[0]).toEqual(["Recovery time", "not over"]);
    const asked = withObjectives(report, { rtoSeconds: 3_600 });
    expect(objectiveFacts(asked)[0]).toEqual(["Recovery time", "1 h 00 min, not over"]);
    expect(rows(asked)?.[0]).toEqual(["Recovery time", "1 h 00 min", "not over", "", "", "declared to ended"]);
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
  const over = { ...whole, endedAt: new Date(Date.parse(whole.declaredAt) + 2_460_000).toISOString() };
  expect([shown(over), shown(reportOf(begun))]).toEqual(["41 min", undefined]);
});

test("What the time went into begins with the declaration", () => {
  const startedAt = new Date(Date.parse(whole.declaredAt) + 90_000).toISOString();
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
