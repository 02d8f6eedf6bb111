import { describe, expect, it } from "vitest";
import { rtoResult, tookMs } from "#lib/client/run/run-figures.ts";

const at = (minute: number) => new Date(Date.UTC(2025, 10, 21, 18, minute)).toISOString();
const minutes = (count: number) => count * 60_000;

const run = {
  status: "completed" as const,
  rtoSeconds: 3_600,
  declaredAt: at(0),
  startedAt: at(5),
  endedAt: at(45) as string | null,
};

describe("the objective of a run", () => {
  it.each([
    ["met", {}, { kind: "met", actualMs: minutes(45) }],
    ["met to the minute", { endedAt: at(60) }, { kind: "met", actualMs: minutes(60) }],
    ["missed", { endedAt: at(72) }, { kind: "missed", overMs: minutes(12) }],
    ["met with exceptions", { status: "completed_with_exceptions" }, { kind: "met", actualMs: minutes(45) }],
    ["not reached when aborted", { status: "aborted" }, { kind: "not_reached" }],
    ["not set", { rtoSeconds: null }, { kind: "none" }],
    ["running", { status: "paused", endedAt: null }, { kind: "running", leftMs: minutes(30) }],
  ] as const)("is %s", (_, change, result) => {
    expect(rtoResult({ ...run, ...change }, Date.parse(at(30)))).toEqual(result);
  });
});

describe("how long a run took", () => {
  it("counts from its start, not from the declaration", () => {
    expect(tookMs(run)).toBe(minutes(40));
  });

  it("is not known before its end", () => {
    expect(tookMs({ ...run, endedAt: null })).toBeNull();
  });
});
