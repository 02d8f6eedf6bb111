import { describe, expect, test } from "vitest";
import type { Verdict } from "#lib/domain/record/verdict.ts";
import { timelineCsv } from "#lib/domain/report/csv.ts";
import { reportHtml } from "#lib/domain/report/html.ts";
import type { Report } from "#lib/domain/report/report.ts";
import { reportParts } from "#lib/domain/report/sections.ts";
import { byHand } from "#lib/domain/testing/moves.ts";
import { play, startedRun } from "#lib/domain/testing/play.ts";
import { procedureOf } from "#lib/domain/testing/procedures.ts";
import { HEAD, reportOf } from "#lib/domain/testing/report-of.ts";

const going = startedRun(procedureOf({}));
const over = play(going, ...byHand("1"));
const KEY = "e".repeat(64);

const holding: Verdict = {
  holds: true,
  faults: [],
  run: "R-0042",
  events: over.run.seq,
  head: HEAD,
  over: true,
  seals: [{ seq: over.run.seq, fingerprint: KEY, signedAt: "2026-01-01T03:00:00.000Z" }],
  chainedLater: 0,
  unproven: ["When it was signed: the time beside a signature is not part of what is signed."],
};
const unsigned: Verdict = {
  ...holding,
  holds: false,
  seals: [],
  faults: [{ seq: null, what: "the run is over, and no right signature stands for it", unsigned: true }],
};
const spoilt: Verdict = {
  ...holding,
  holds: false,
  faults: [{ seq: 2, what: "was changed, or one before it was changed, removed, added or moved" }],
};

const found = (verdict: Verdict): Report => {
  const report = reportOf(over);
  return { ...report, record: { head: HEAD, verifiedAt: "2026-01-01T04:00:00.000Z", verdict } };
};
const factsOf = (report: Report) => Object.fromEntries(reportParts(report).record.facts ?? []);
const cellsOf = (report: Report) => {
  const [head, first] = timelineCsv(report).split("\r\n");
  return [head?.split(",").slice(-5), first?.split(",").slice(-5)];
};

describe("The record of a report", () => {
  test("names its last hash, when it was verified, what that found, and the key that signed it up to where", () => {
    const report = found(holding);
    expect(factsOf(report)).toMatchObject({
      Events: String(over.run.seq),
      "Last hash": HEAD,
      Verified: "2026-01-01 04:00:00 UTC",
      Result: "The record holds. Nothing was changed since the run was recorded and signed.",
      "What that does not prove": expect.stringContaining("When it was signed"),
    });
    expect(reportParts(report).record.table?.rows).toEqual([[`Event ${over.run.seq}`, "2026-01-01 03:00:00 UTC", KEY]]);
    for (const words of [HEAD, KEY, "The record holds."]) expect(reportHtml(report)).toContain(words);
  });

  test("is said to hold by no report whose log was not verified", () => {
    const report = reportOf(over);
    expect(factsOf(report)).toEqual({
      Events: String(over.run.seq),
      "Last hash": HEAD,
      Verified: "not when this was drafted",
    });
    expect(reportHtml(report)).not.toContain("holds");
    expect(cellsOf(report)[1]).toEqual(["", String(over.run.seq), HEAD, "", ""]);
  });

  test("is not called signed where only that is missing", () => {
    const report = found(unsigned);
    expect(factsOf(report).Result).toMatch(/^Not signed yet\. The chain of its \d+ events holds\./);
    expect(reportParts(report).record.table).toBeUndefined();
    expect(reportHtml(report)).not.toContain("does not hold");
  });

  test("that does not hold is said with the outcome, too, and proves nothing", () => {
    const report = found(spoilt);
    expect(factsOf(report)).toMatchObject({
      Result: expect.stringContaining("The record does not hold."),
      "What is wrong": "Event 2: was changed, or one before it was changed, removed, added or moved",
    });
    expect(factsOf(report)).not.toHaveProperty("What that does not prove");
    expect(reportParts(report).outcome.facts?.slice(0, 3)).toEqual([
      ["The record", "The record this is drafted from does not hold."],
      ["Outcome", "In doubt"],
      ["Because", expect.stringMatching(/^The record says: Passed\. Every step/)],
    ]);
  });

  test("of a run that goes on is as of when it was drafted", () => {
    const report = reportOf(going);
    expect(factsOf(report).Events).toMatch(/^3 so far, 2026-[\d :-]+ UTC$/);
    expect(cellsOf(report)).toEqual([
      ["As of", "Events", "Last hash", "Verified", "Record"],
      [expect.stringMatching(/UTC$/), "3", HEAD, "", ""],
    ]);
  });
});
