import { expect, test } from "vitest";
import { reportHtml } from "#lib/domain/report/html.ts";
import { timelineSvg } from "#lib/domain/report/timeline-svg.ts";
import { byHand, start } from "#lib/domain/testing/moves.ts";
import { instant, play, startedRun } from "#lib/domain/testing/play.ts";
import { procedureOf } from "#lib/domain/testing/procedures.ts";
import { reportOf } from "#lib/domain/testing/report-of.ts";

const run = startedRun(procedureOf({}));

test("The report of a run that goes on says when it stood so, and draws what goes on up to then", () => {
  const open = reportOf(play(run, start("1")));
  expect(open.asOf).toBe(instant(10_000));
  expect(open.because).toEqual([expect.stringMatching(/^The run is not over. It stood so at 2026-01-01 02:46:40 UTC/)]);
  expect(reportHtml(open)).toContain("It stood so at");
  const earlier = { ...open, asOf: instant(5_000) };
  expect(timelineSvg(open)).toContain("2026-01-01 02:46:40 UTC");
  expect(timelineSvg(earlier)).not.toContain("2026-01-01 02:46:40 UTC");
});

test("The report of a run that is over stands, whenever it is read", () => {
  const over = reportOf(play(run, ...byHand("1")));
  expect(over.asOf).toBeNull();
  expect(over.because).toEqual(["Every step that applied was completed as written.", "No objective was set."]);
});
