import type { CheckRound } from "#lib/contract/checks.ts";
import { row, severally, t } from "#lib/words/t.ts";

/** Where a round of checks has its answer still to come, and from whom; nothing once it is over. */
export function stillLookedAt({ waitingFor, lookedAt }: Pick<CheckRound, "waitingFor" | "lookedAt">): string {
  const unclaimed = waitingFor.filter((site) => !lookedAt.includes(site));
  return row(
    [
      ...(unclaimed.length > 0 ? [t("waiting for a worker at {site}", { site: severally(unclaimed, "and") })] : []),
      ...(lookedAt.length > 0 ? [t("a worker is looking at {site}", { site: severally(lookedAt, "and") })] : []),
    ],
    "; ",
  );
}
