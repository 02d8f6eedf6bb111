import { formatDuration } from "#lib/client/format.ts";
import type { Estimate } from "#lib/domain/forecast.ts";

/** "about 34 min", "about 34 min, median of 3 drills", "no estimate": never a number without its basis. */
export function estimateWords(estimate: Estimate | undefined): string {
  if (!estimate) return "no estimate";
  const about = `about ${formatDuration(estimate.seconds * 1_000)}`;
  return estimate.basis === "past" ? `${about}, ${medianWords(estimate)}` : about;
}

/** "median of 3 drills", "median of 5 runs, 2 of them drills", "as in one drill". */
export function medianWords({ runs, drills }: { runs: number; drills: number }): string {
  if (runs === 1) return drills === 1 ? "as in one drill" : "as in one live run";
  if (drills === runs) return `median of ${runs} drills`;
  return drills === 0 ? `median of ${runs} live runs` : `median of ${runs} runs, ${drills} of them drills`;
}
