"use client";

import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { type ActiveRun, notOver, watchedRuns } from "#lib/client/overview/active-runs.ts";
import { runsQuery } from "#lib/client/queries.ts";
import { procedureQuery, runQuery } from "#lib/client/run/run-queries.ts";
import type { RunSummary } from "#lib/contract/run-summary.ts";
import type { RunView } from "#lib/contract/runs.ts";

/**
 * The runs that are not over, the latest of them unless `all` are wanted; `more`: there are others; `read`: of those that
 * are watched everything is known; `settled`: or could not be read. `everyMs`: the list is asked for again and again; left out: kept as another part of the
 * page asks. A run is read again only when the list says that something happened in it.
 */
export function useActiveRuns(everyMs?: number, all = false) {
  const poll = everyMs === undefined ? {} : { refetchInterval: everyMs, refetchIntervalInBackground: true };
  const list = useQuery({ ...runsQuery(notOver), ...poll });
  const after = (all && list.data?.next) || undefined;
  const rest = useQuery({
    ...runsQuery({ ...notOver, after, limit: MOST_AT_ONCE }),
    ...poll,
    enabled: after !== undefined,
    placeholderData: keepPreviousData,
  });
  const first = list.data?.runs ?? [];
  const others = after === undefined ? [] : (rest.data?.runs ?? []);
  const runs = [...first, ...others.filter(({ id }) => first.every((run) => run.id !== id))];
  const watched = watchedRuns(runs);
  const views = useQueries({
    queries: watched.map((summary) => ({ ...runQuery(summary.id), ...untilKnown(summary) })),
  });
  const ids = [...new Set(watched.map(({ procedure }) => procedure.id))];
  const procedures = useQueries({ queries: ids.map((id) => procedureQuery(id)) });
  const documents = new Map(procedures.flatMap(({ data }) => (data ? [[data.id, data.document] as const] : [])));
  const older = after === undefined ? list.data : rest.data;
  const settled = older !== undefined && ![...views, ...procedures].some(({ isPending }) => isPending);
  const known = new Map(watched.map(({ id }, place) => [id, views[place]?.data]));
  const active: ActiveRun[] = runs.map((summary) => ({
    summary,
    view: known.get(summary.id),
    procedure: documents.get(summary.procedure.id),
    listedOnly: !known.has(summary.id),
  }));
  const more = list.data?.next != null && older?.next !== null;
  const read =
    older !== undefined && watched.every(({ id, procedure }) => known.get(id) && documents.has(procedure.id));
  // What an event of a run changes here can wait until its own page has answered.
  return { list, ...useDeferredValue({ active, read, settled }), more, awaited: after !== undefined && rest.isPending };
}

/** As many as the server gives in one page. */
const MOST_AT_ONCE = 200;

/** How soon what the list says is newer than what is known is read, and read again where that fails. */
const BEHIND_MS = 500;
/** And what the list knows less of: it was read earlier, or the server has lost it. */
const AHEAD_MS = 5_000;

const untilKnown = ({ seq }: RunSummary) => ({
  staleTime: Number.POSITIVE_INFINITY,
  refetchIntervalInBackground: true,
  refetchInterval: ({ state: { data } }: { state: { data: RunView | undefined } }) =>
    !data || data.run.seq < seq ? BEHIND_MS : data.run.seq > seq && AHEAD_MS,
});
