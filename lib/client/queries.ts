import { queryOptions, replaceEqualDeep } from "@tanstack/react-query";
import type { z } from "zod";
import { type CallOptions, call } from "#lib/client/api.ts";
import { newerView } from "#lib/client/live-run.ts";
import type { Endpoint } from "#lib/contract/endpoint.ts";
import { type DeliveryState, getNoticeChoice, listChannels, listDeliveries } from "#lib/contract/notices.ts";
import { listPeople, listUsers } from "#lib/contract/people.ts";
import { getPast, getProcedure, listProcedures } from "#lib/contract/procedures.ts";
import { verifyRecord } from "#lib/contract/record.ts";
import { getReport } from "#lib/contract/report.ts";
import { getLog, getRun, getTimeline, listRuns, type RunFilter, type RunView } from "#lib/contract/runs.ts";
import { listSavedFilters } from "#lib/contract/saved-filters.ts";
import { getSecondFactor } from "#lib/contract/second-factor.ts";
import { listSessions, listSessionsOf } from "#lib/contract/sessions.ts";
import { listReadiness, listSites } from "#lib/contract/sites.ts";
import { listTokens } from "#lib/contract/tokens.ts";
import { listWorkers } from "#lib/contract/workers.ts";
import type { LoggedEvent } from "#lib/domain/run/event.ts";

/** Query options only, no hooks: server components seed the cache with them. The endpoint's path is the query key. */

const query = <P extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, z.ZodUndefined, R>,
  params: z.input<P>,
) =>
  queryOptions({
    queryKey: [endpoint.path, params] as const,
    queryFn: ({ signal }) => call(endpoint, { params, signal } as unknown as CallOptions<P, z.ZodUndefined>),
  });

/** A list that is shown whole, page after page. */
async function everyPage<Page extends { next: string | null }>(
  read: (after: string | undefined) => Promise<Page>,
): Promise<Page[]> {
  const pages: Page[] = [];
  let after: string | undefined;
  do {
    const page = await read(after);
    pages.push(page);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return pages;
}

/** A run as it stands; `useLiveRun` keeps it up to date. Steps that did not change stay the same objects. */
export const runQuery = (id: string) => ({
  ...query(getRun, { id }),
  structuralSharing: (known: unknown, answered: unknown) =>
    replaceEqualDeep(known, newerView(known as RunView | undefined, answered as RunView)),
});

/** What the time of each step went into; `useLiveRun` keeps it up to date. */
export const timelineQuery = (id: string) => ({ ...query(getTimeline, { id }), staleTime: Number.POSITIVE_INFINITY });

/** Whether the record of a run holds; verified anew each time it is asked. */
export const verificationQuery = (id: string) => query(verifyRecord, { id });

/** The report of a run as it stands. */
export const reportQuery = (id: string) => query(getReport, { id });

/** A published version never changes. */
export const procedureQuery = (id: string) => ({
  ...query(getProcedure, { id }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** What past runs say about a version; it changes with each run that ends, and no run waits for that. */
export const pastQuery = (id: string) => ({ ...query(getPast, { id }), staleTime: 10 * 60_000 });

/** One page of runs, the latest first; `after` is the `next` of the page before. */
export const runsQuery = (page: RunFilter & { after?: string | undefined; limit?: number }) => query(listRuns, page);

export const savedFiltersQuery = () => query(listSavedFilters, {});

/** The last run of a procedure, by its key; null where there was none. */
export const lastRunQuery = (procedure: string) =>
  queryOptions({
    queryKey: [listRuns.path, "last", procedure] as const,
    queryFn: async ({ signal }): Promise<RunView | null> => {
      const { runs } = await call(listRuns, { params: { procedure, limit: 1 }, signal });
      return runs[0] ? call(getRun, { params: { id: runs[0].id }, signal }) : null;
    },
  });

const RECENT = 100;

export const recentEventsKey = (id: string) => [getLog.path, "recent", id] as const;

/** The last events of a run that has come to `seq`, the first of them first; `useLiveRun` appends to them. */
export const recentEventsQuery = (id: string, seq: number) =>
  queryOptions({
    queryKey: recentEventsKey(id),
    queryFn: async ({ signal }): Promise<LoggedEvent[]> => {
      const after = String(Math.max(0, seq - RECENT));
      return (await call(getLog, { params: { id, after, limit: 200 }, signal })).events;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The latest version of each procedure, or with a key every version of one. */
export const proceduresQuery = (params: { key?: string } = {}) =>
  queryOptions({
    queryKey: [listProcedures.path, params] as const,
    queryFn: async ({ signal }) => {
      const whole = await everyPage((after) => call(listProcedures, { params: { ...params, after }, signal }));
      return { procedures: whole.flatMap(({ procedures }) => procedures), next: null };
    },
  });

export const sitesQuery = () =>
  queryOptions({
    queryKey: [listSites.path, {}] as const,
    queryFn: async ({ signal }) => {
      const whole = await everyPage((after) => call(listSites, { params: { after }, signal }));
      return { sites: whole.flatMap(({ sites }) => sites), next: null };
    },
  });

/** What is known of each site from checks and runs; asked every ten seconds wherever it is shown. */
export const readinessQuery = () => ({ ...query(listReadiness, {}), refetchInterval: 10_000 });

/** Who is there to run commands; asked every five seconds wherever it is shown. */
export const workersQuery = () => ({ ...query(listWorkers, {}), refetchInterval: 5_000 });

/** Whom a run may name. */
export const peopleQuery = () =>
  queryOptions({
    queryKey: [listPeople.path, {}] as const,
    queryFn: async ({ signal }) => {
      const whole = await everyPage((after) => call(listPeople, { params: { after }, signal }));
      return { people: whole.flatMap(({ people }) => people), next: null };
    },
  });

export const usersQuery = () =>
  queryOptions({
    queryKey: [listUsers.path, {}] as const,
    queryFn: async ({ signal }) => {
      const whole = await everyPage((after) => call(listUsers, { params: { after }, signal }));
      return { users: whole.flatMap(({ users }) => users), next: null };
    },
  });

export const sessionsQuery = () => query(listSessions, {});

export const sessionsOfQuery = (id: string) => query(listSessionsOf, { id });

export const secondFactorQuery = () => query(getSecondFactor, {});

export const tokensQuery = () => query(listTokens, {});

export const noticeChoiceQuery = () => query(getNoticeChoice, {});

export const channelsQuery = () => query(listChannels, {});

/** One page of messages, the latest first; what is on its way is seen to arrive. */
export const deliveriesQuery = (page: { state?: DeliveryState | undefined; after?: string | undefined }) => ({
  ...query(listDeliveries, page),
  refetchInterval: 5_000,
});
