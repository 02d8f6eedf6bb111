"use client";

import { useQueries, useQuery } from "@tanstack/react-query";
import { notOver, watchedRuns } from "#lib/client/active-runs.ts";
import { procedureQuery, runQuery, runsQuery } from "#lib/client/queries.ts";
import type { RunSummary, RunView } from "#lib/contract/runs.ts";
import type { Procedure } from "#lib/domain/procedure.ts";

/** A run that is not over, with its state and steps as far as they are known yet. */
export type ActiveRun = { summary: RunSummary; view?: RunView | undefined; procedure?: Procedure | undefined };

/** All runs that are not over. `everyMs`: asked for again and again; left out: kept as another part of the page asks. */
export function useActiveRuns(everyMs?: number) {
  const poll = everyMs === undefined ? {} : { refetchInterval: everyMs, refetchIntervalInBackground: true };
  const list = useQuery({ ...runsQuery(notOver), ...poll });
  const runs = list.data?.runs ?? [];
  const watched = watchedRuns(runs);
  const views = useQueries({ queries: watched.map(({ id }) => ({ ...runQuery(id), ...poll })) });
  const ids = [...new Set(watched.map(({ procedure }) => procedure.id))];
  const procedures = useQueries({ queries: ids.map((id) => procedureQuery(id)) });
  const documents = new Map(procedures.flatMap(({ data }) => (data ? [[data.id, data.document] as const] : [])));
  const active: ActiveRun[] = runs.map((summary, place) => ({
    summary,
    view: views[place]?.data,
    procedure: documents.get(summary.procedure.id),
  }));
  return { list, active };
}
