import { answersFor } from "#lib/client/sites/site-workers.ts";
import type { SiteReadiness } from "#lib/contract/sites.ts";
import type { Worker } from "#lib/contract/workers.ts";

/** Whether a run could act at a site now, the worst first. */
export type SiteState = "no_worker" | "failed" | "never_checked" | "ready";

const ORDER: readonly SiteState[] = ["no_worker", "failed", "never_checked", "ready"];

export function siteState({ site, lastCheck }: SiteReadiness, workers: readonly Worker[]): SiteState {
  if (answersFor(workers, site).length === 0) return "no_worker";
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
    .map((one) => ({ site: one.site, rank: ORDER.indexOf(siteState(one, workers)) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ site }) => site);
