import { expect, test } from "vitest";
import { problemsFirst, siteState } from "#lib/client/sites/site-readiness.ts";
import type { CheckRound } from "#lib/contract/checks.ts";
import type { SiteOutcome } from "#lib/contract/sites.ts";
import type { Worker } from "#lib/contract/workers.ts";
import { WORK_FORMAT } from "#lib/domain/work-format.ts";

const AT = "2026-01-01T00:00:00.000Z";
const id = (digit: number): string => `00000000-0000-4000-8000-00000000000${digit}`;

const site = (digit: number, result: SiteOutcome | null) => ({
  site: id(digit),
  lastCheck: result && { at: AT, result, askedBy: "Mei", changedSince: false },
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

const round = (result: CheckRound["result"]): CheckRound => ({
  id: id(9),
  runId: null,
  procedureId: null,
  step: null,
  sites: { site: "Tokyo" },
  askedBy: "Mei",
  askedAt: AT,
  result,
  waitingFor: result === null ? ["Tokyo"] : [],
  lookedAt: [],
  results: [],
  serverAt: AT,
});

test.each([
  ["without a worker, whatever was found", "passed", worker(true, [id(2)]), "no_worker"],
  ["with a silent worker", "passed", worker(false, null), "no_worker"],
  ["that failed", "failed", worker(true, null), "failed"],
  ["that failed where its worker answers for it alone", "failed", worker(true, [id(1)]), "failed"],
  ["that nobody looked at", null, worker(true, null), "never_checked"],
  ["that passed", "passed", worker(true, null), "ready"],
] as const)("A site %s", (_, result, by, state) => {
  expect(siteState(site(1, result), [by], null)).toBe(state);
  expect(siteState(site(1, result), [by], round("passed")), "the round is over").toBe(state);
});

test.each([
  ["nobody looked at before", null, worker(true, null), "checking"],
  ["failed before", "failed", worker(true, null), "checking"],
  ["has no worker", "passed", worker(false, null), "no_worker"],
] as const)("A site that is asked for now and %s", (_, result, by, state) => {
  expect(siteState(site(1, result), [by], round(null))).toBe(state);
});

test("A site that was changed since it passed or failed is told so, before those that nobody looked at", () => {
  const changed = (digit: number, result: SiteOutcome) => ({
    ...site(digit, result),
    lastCheck: { at: AT, result, askedBy: "Mei", changedSince: true },
  });
  expect(siteState(changed(1, "passed"), [worker(true, null)], null)).toBe("changed");
  expect(siteState(changed(1, "failed"), [worker(true, null)], null)).toBe("changed");
  expect(siteState(changed(1, "passed"), [worker(true, null)], round(null))).toBe("checking");
  const sites = [site(1, "passed"), site(2, null), changed(3, "passed"), site(4, "failed")];
  expect(problemsFirst(sites, [worker(true, null)])).toEqual([4, 3, 2, 1].map(id));
});

test("Sites with a problem come first, the others stay in their order", () => {
  const sites = [site(1, "passed"), site(2, null), site(3, "failed"), site(4, "passed"), site(5, "failed")];
  const workers = [worker(true, [1, 2, 3, 5].map(id))];
  expect(problemsFirst(sites, workers)).toEqual([4, 3, 5, 2, 1].map(id));
});
