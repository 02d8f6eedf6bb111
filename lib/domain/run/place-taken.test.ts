import { expect, test } from "vitest";
import { timelineCsv } from "#lib/domain/report/csv.ts";
import { reportSections } from "#lib/domain/report/sections.ts";
import { placeTaken } from "#lib/domain/run/place-taken.ts";
import {
  byHand,
  complete,
  fail,
  type Move,
  override,
  record,
  reopen,
  retry,
  skip,
  start,
} from "#lib/domain/testing/moves.ts";
import { cardOf, linesOf } from "#lib/domain/testing/papers.ts";
import { instant, play, startedRun, stepOf } from "#lib/domain/testing/play.ts";
import { procedureOf } from "#lib/domain/testing/procedures.ts";
import { reportOf } from "#lib/domain/testing/report-of.ts";

const roles = ["source", "destination"];
const run = startedRun(procedureOf({ roles }, {}));
const begun = start("1", { role: "destination" });

test.each<[string, Move[], string | undefined]>([
  ["not begun", [], undefined],
  ["in progress", [begun], "Osaka"],
  ["completed", [begun, complete("1")], "Osaka"],
  ["tried at one and failed", [begun, fail("1")], "Osaka"],
  ["tried at one and done at the other", [begun, fail("1"), retry("1", { role: "source" }), complete("1")], "Tokyo"],
  ["reopened", [begun, complete("1"), reopen("1")], undefined],
  ["tried, and then overridden by somebody who does not say where", [begun, fail("1"), override("1")], undefined],
  ["tried, and then skipped", [begun, fail("1"), skip("1")], undefined],
  ["tried, and then done on paper", [begun, fail("1"), record("1", instant(2))], undefined],
])("Of a step of two places that is %s: %j", (_, moves, site) => {
  expect(placeTaken({ roles }, stepOf(play(run, ...moves), "1"))).toBe(site);
});

test("A step of one place says nothing of where it was done", () => {
  expect(placeTaken({ roles: ["destination"] }, stepOf(play(run, ...byHand("1")), "1"))).toBeUndefined();
});

test("The report, its file and the pack say where a step of two places was done", () => {
  const at = play(run, begun, complete("1"), ...byHand("2"));
  const report = reportOf(at);
  const told = reportSections(report)
    .find(({ drawn }) => drawn)
    ?.table?.rows.map((row) => row.at(-1));
  expect(told).toEqual(["Chie at Osaka", "Chie"]);
  expect(timelineCsv(report)).toMatch(/,Note,Values,Site,.*\r\n.*,Chie,,,Osaka,.*\r\n.*,Chie,,,,/);
  expect(linesOf(cardOf(at, "1")).at(-1)).toMatch(/^Attempt 1: by hand at Osaka, started by Chie, /);
  expect(linesOf(cardOf(at, "2")).at(-1)).toMatch(/^Attempt 1: by hand, started by Chie, /);
});
