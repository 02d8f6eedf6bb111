import { expect, it } from "vitest";
import { unwatchedOf, watchedRuns } from "#lib/client/overview/active-runs.ts";
import type { RunSummary } from "#lib/contract/run-summary.ts";

const run = (number: number, more: Partial<RunSummary>) =>
  ({
    id: String(number),
    number,
    status: "in_progress",
    mode: "live",
    gatesWaiting: 0,
    stepsInTrouble: 0,
    ...more,
  }) as RunSummary;

it("watches a live run, one with a gate, and one in trouble, however many drafts and drills are newer", () => {
  const drafts = Array.from({ length: 21 }, (_, i) => run(100 + i, { status: "draft" })).reverse();
  const drills = Array.from({ length: 21 }, (_, i) => run(50 + i, { mode: "drill" })).reverse();
  const [live, gate] = [run(3, {}), run(2, { mode: "drill", gatesWaiting: 1 })];
  const failing = run(1, { mode: "drill", stepsInTrouble: 1 });
  const all = [...drafts, ...drills, live, gate, failing];
  const watched = watchedRuns(all);
  expect(watched.map(({ number }) => number)).toEqual([2, 1, 3, ...drills.slice(0, 17).map(({ number }) => number)]);
  const known = all.map((summary) => ({ summary, listedOnly: !watched.includes(summary) }));
  expect(unwatchedOf(known)).toEqual({ active: 4, drafts: 21 });
});
