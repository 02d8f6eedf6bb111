import { describe, expect, it } from "vitest";
import { rtoResult, tookMs } from "#lib/client/run/run-figures.ts";

const at = (minute: number, ms = 0) => new Date(Date.UTC(2025, 10, 21, 18, minute, 0, ms)).toISOString();
const minutes = (count: number) => count * 60_000;

const run = {
  status: "completed" as const,
  rtoSeconds: 3_600,
  declaredAt: at(0) as string | null,
  startedAt: at(5) as string | null,
  endedAt: at(45) as string | null,
};

const draft = { declaredAt: null, startedAt: null, endedAt: null };

describe("the objective of a run", () => {
  it.each([
    ["met", {}, { kind: "met", actualMs: minutes(45) }],
    ["met to the minute", { endedAt: at(60) }, { kind: "met", actualMs: minutes(60) }],
    ["met within the second, as the report measures", { endedAt: at(60, 600) }, { kind: "met", actualMs: minutes(60) }],
    ["missed by whole seconds", { endedAt: at(60, 6_600) }, { kind: "missed", overMs: 6_000 }],
    ["missed", { endedAt: at(72) }, { kind: "missed", overMs: minutes(12) }],
    [
      "met where what ended it was done in time and entered later",
      { endedAt: at(72), reachedAt: at(50) },
      { kind: "met", actualMs: minutes(50) },
    ],
    ["met with exceptions", { status: "completed_with_exceptions" }, { kind: "met", actualMs: minutes(45) }],
    ["not measured where nothing was recovered", { onlySimulated: true }, { kind: "not_measured" }],
    [
      "not reached when aborted, whatever was simulated",
      { status: "aborted", onlySimulated: true },
      { kind: "not_reached" },
    ],
    ["not reached when aborted", { status: "aborted" }, { kind: "not_reached" }],
    ["not set", { rtoSeconds: null }, { kind: "none" }],
    ["whole before it is declared", { status: "draft", ...draft }, { kind: "not_declared", leftMs: minutes(60) }],
    ["not reached when aborted before", { status: "aborted", ...draft }, { kind: "not_reached" }],
    ["not measured where nothing was done", { nothingDone: true }, { kind: "not_measured" }],
    ["running", { status: "paused", endedAt: null }, { kind: "running", leftMs: minutes(30) }],
  ] as const)("is %s", (_, change, result) => {
    expect(rtoResult({ ...run, ...change }, Date.parse(at(30)))).toEqual(result);
  });
});

describe("how long a run took", () => {
  it("counts from its start, not from the declaration", () => {
    expect(tookMs(run)).toBe(minutes(40));
  });

  it("counts to when it was truly done, from the declaration where that was before its start", () => {
    expect(tookMs({ ...run, reachedAt: at(30) })).toBe(minutes(25));
    expect(tookMs({ ...run, reachedAt: at(3) })).toBe(minutes(3));
  });

  it("is not known before its end", () => {
    expect(tookMs({ ...run, endedAt: null })).toBeNull();
  });
});
