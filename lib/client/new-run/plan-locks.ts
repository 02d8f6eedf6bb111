import type { Plan } from "#lib/client/new-run/new-run.ts";
import type { RunSummary } from "#lib/contract/run-summary.ts";
import type { Site } from "#lib/contract/sites.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { locksAgainst, type OpenRun } from "#lib/domain/run/locks.ts";
import { draftInstead } from "#lib/domain/run/rejection/locks-told.ts";

/** Why the plan cannot be started at once, as far as the list of runs tells, by the rule of the server, which decides. */
export function heldWords(
  { mode, sites }: Pick<Plan, "mode" | "sites">,
  procedure: Procedure,
  places: readonly Site[],
  unfinished: readonly RunSummary[],
): string | null {
  const chosen = Object.entries(sites).flatMap(([role, id]) => {
    const place = places.find((each) => each.id === id);
    return place ? [[role, place]] : [];
  });
  const open = unfinished.filter((run) => run.mode === "live" && run.status !== "draft");
  const locks = locksAgainst(
    procedure,
    { number: null, mode, sites: Object.fromEntries(chosen) },
    open.map((run) => openRun(run, places)),
  );
  return locks.length > 0 ? draftInstead(locks) : null;
}

const openRun = ({ number, procedure, siteIds }: RunSummary, places: readonly Site[]): OpenRun => ({
  number,
  procedureKey: procedure.key,
  sites: places.filter(({ id }) => Object.values(siteIds).includes(id)),
});
