import { answersFor } from "#lib/client/sites/site-workers.ts";
import type { CheckRound } from "#lib/contract/checks.ts";
import type { SiteReadiness } from "#lib/contract/sites.ts";
import type { Worker } from "#lib/contract/workers.ts";
import type { PlainSentence } from "#lib/words/t.ts";

/** Whether a run could act at a site now, the worst first. */
export type SiteState = "no_worker" | "failed" | "checking" | "changed" | "never_checked" | "ready";

export const siteWords = {
  no_worker: "No worker answers",
  failed: "The last check failed",
  checking: "Being checked",
  changed: "Changed since the last check",
  never_checked: "Never checked",
  ready: "The last check passed",
} as const satisfies Record<SiteState, PlainSentence>;

const ORDER: readonly SiteState[] = ["no_worker", "failed", "checking", "changed", "never_checked", "ready"];

/** `round`: the latest that was asked for of the site alone; it may have its answer still to come. */
export function siteState(
  { site, lastCheck }: SiteReadiness,
  workers: readonly Worker[],
  round: CheckRound | null,
): SiteState {
  if (answersFor(workers, site).length === 0) return "no_worker";
  if (round?.result === null) return "checking";
  if (lastCheck?.changedSince) return "changed";
  switch (lastCheck?.result) {
    case undefined:
      return "never_checked";
    case "failed":
      return "failed";
    case "passed":
      return "ready";
  }
}

/** The ids of the sites, those with a problem first; by name as they came within each state. */
export const problemsFirst = (sites: readonly SiteReadiness[], workers: readonly Worker[]): string[] =>
  sites
    .map((one) => ({ site: one.site, rank: ORDER.indexOf(siteState(one, workers, null)) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ site }) => site);
