import { formatDuration } from "#lib/client/format.ts";
import type { Estimate, Forecast } from "#lib/domain/forecast.ts";
import { t, tn } from "#lib/words/t.ts";

/** "about 34 min, by the procedure", "about 34 min, median of 3 drills", "no estimate": never a number without its basis. */
export function estimateWords(estimate: Estimate | undefined): string {
  if (!estimate) return t("no estimate");
  const about = t("about {duration}", { duration: formatDuration(estimate.seconds * 1_000) });
  const basis = estimate.basis === "past" ? medianWords(estimate) : t("by the procedure");
  return t("{estimate}, {basis}", { estimate: about, basis });
}

/** Why a projected finish is only the best case: what is not estimated, or else what people have still to decide. */
export const lackWords = ({ unknown, decisions, planned }: Forecast): string | null =>
  unknown > 0
    ? t("{unknown} of {all} not estimated", { unknown, all: planned.size })
    : decisions > 0
      ? tn("{count} decision not counted", "{count} decisions not counted", decisions)
      : null;

/** "median of 3 drills", "median of 5 runs, 2 of them drills", "as in one drill". */
export function medianWords({ runs, drills }: { runs: number; drills: number }): string {
  if (runs === 1) return drills === 1 ? t("as in one drill") : t("as in one live run");
  if (drills === runs) return t("median of {runs} drills", { runs });
  return drills === 0
    ? t("median of {runs} live runs", { runs })
    : t("median of {runs} runs, {drills} of them drills", { runs, drills });
}
