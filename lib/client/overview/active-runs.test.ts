import { expect, it } from "vitest";
import { unwatchedCount, watchedRuns } from "#lib/client/overview/active-runs.ts";
import type { RunSummary } from "#lib/contract/runs.ts";

const run = (number: number, more: Partial<RunSummary>) =>
  ({ id: String(number), number, status: "in_progress", mode: "live", gatesWaiting: 0, ...more }) as RunSummary;

it("watches a live run, and one with a gate, however many drafts and drills are newer", () => {
  const drafts = Array.from({ length: 21 }, (_, i) => run(100 + i, { status: "draft" })).reverse();
  const drills = Array.from({ length: 21 }, (_, i) => run(50 + i, { mode: "drill" })).reverse();
  const [live, gate] = [run(2, {}), run(1, { mode: "drill", gatesWaiting: 1 })];
  const watched = watchedRuns([...drafts, ...drills, live, gate]);
  expect(watched.map(({ number }) => number)).toEqual([1, 2, ...drills.slice(0, 18).map(({ number }) => number)]);
  expect(unwatchedCount([...drafts, ...drills, live, gate])).toBe(24);
});
