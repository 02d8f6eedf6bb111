import { expect, test } from "vitest";
import { problemsFirst, siteState } from "#lib/client/sites/site-readiness.ts";
import type { SiteOutcome } from "#lib/contract/sites.ts";
import type { Worker } from "#lib/contract/workers.ts";
import { WORK_FORMAT } from "#lib/domain/work-format.ts";

const AT = "2026-01-01T00:00:00.000Z";
const id = (digit: number): string => `00000000-0000-4000-8000-00000000000${digit}`;

const site = (digit: number, result: SiteOutcome | null) => ({
  site: id(digit),
  lastCheck: result && { at: AT, result, askedBy: "Mei" },
  openRuns: [],
});

const worker = (live: boolean, sites: string[] | null): Worker => ({
  id: "w",
  name: "w",
  host: "h",
  version: "1",
  format: WORK_FORMAT,
  sites,
  lastSeenAt: AT,
  live,
});

test.each([
  ["without a worker, whatever was found", "passed", worker(true, [id(2)]), "no_worker"],
  ["with a silent worker", "passed", worker(false, null), "no_worker"],
  ["that failed", "failed", worker(true, null), "failed"],
  ["that failed where its worker answers for it alone", "failed", worker(true, [id(1)]), "failed"],
  ["that nobody looked at", null, worker(true, null), "never_checked"],
  ["that passed", "passed", worker(true, null), "ready"],
] as const)("A site %s", (_, result, by, state) => {
  expect(siteState(site(1, result), [by])).toBe(state);
});

test("Sites with a problem come first, the others stay in their order", () => {
  const sites = [site(1, "passed"), site(2, null), site(3, "failed"), site(4, "passed"), site(5, "failed")];
  const workers = [worker(true, [1, 2, 3, 5].map(id))];
  expect(problemsFirst(sites, workers)).toEqual([4, 3, 5, 2, 1].map(id));
});
