import { isOver } from "#lib/domain/run/read-state.ts";
import type { RunStatus } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

/** What stands where a run has no deviation: a run that was broken off left steps undone. */
export function noDeviations(status: RunStatus): string {
  if (!isOver(status)) return t("None so far.");
  return status === "aborted" || status === "failed"
    ? t("None in what was done. The run did not come to its end.")
    : t("None: everything was done as the procedure says.");
}
