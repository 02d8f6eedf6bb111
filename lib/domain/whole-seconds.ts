import type { Instant } from "#lib/words/time.ts";

/** What has passed, as a clock shows it: a second that has only begun does not count. All that is measured is told so. */
export const wholeSeconds = (ms: number): number => Math.floor(ms / 1_000);

/** Whole seconds from one instant to another. */
export const secondsBetween = (from: Instant, to: Instant): number =>
  wholeSeconds(new Date(to).getTime() - new Date(from).getTime());
