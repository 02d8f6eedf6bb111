import type { CheckSchedule } from "#lib/contract/checks.ts";

/** Whether a schedule is at exactly these sites, by role: one made for other roles asks nothing here. */
export const isScheduledAt = (
  schedule: Pick<CheckSchedule, "sites">,
  sites: Readonly<Record<string, string>>,
): boolean =>
  Object.keys(schedule.sites).length === Object.keys(sites).length &&
  Object.entries(sites).every(([role, site]) => schedule.sites[role] === site);
