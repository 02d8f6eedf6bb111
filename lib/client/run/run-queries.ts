import { queryOptions, replaceEqualDeep } from "@tanstack/react-query";
import { call } from "#lib/client/api.ts";
import { query } from "#lib/client/query.ts";
import { newerView } from "#lib/client/run/live-run.ts";
import { together } from "#lib/client/together.ts";
import type { RunView } from "#lib/contract/runs.ts";
import type { LoggedEvent } from "#lib/domain/run/event.ts";

/** What the page of a run asks first; all else is asked by `queries.ts`. */

const readRun = together(
  (id, signal) => call("GET /api/runs/{id}", { params: { id }, signal }),
  async (ids) => {
    const { runs } = await call("GET /api/runs/several", { params: { ids: ids.join() } });
    return new Map(runs.map((view) => [view.run.id, view]));
  },
);

const readProcedure = together(
  (id, signal) => call("GET /api/procedures/{id}", { params: { id }, signal }),
  async (ids) => {
    const { procedures } = await call("GET /api/procedures/several", { params: { ids: ids.join() } });
    return new Map(procedures.map((view) => [view.id, view]));
  },
);

/** A run as it stands; `useLiveRun` keeps it up to date. Steps that did not change stay the same objects. */
export const runQuery = (id: string) => ({
  ...queryOptions({
    queryKey: ["GET /api/runs/{id}", { id }] as const,
    queryFn: ({ signal }) => readRun(id, signal),
  }),
  structuralSharing: (known: unknown, answered: unknown) =>
    replaceEqualDeep(known, newerView(known as RunView | undefined, answered as RunView)),
});

/** What a command that is over wrote last. */
export const outputEndQuery = (params: { id: string; number: string; attempt: number }) => ({
  ...query("GET /api/runs/{id}/steps/{number}/attempts/{attempt}/output/end", params),
  staleTime: Number.POSITIVE_INFINITY,
});

/** A published version never changes. */
export const procedureQuery = (id: string) =>
  queryOptions({
    queryKey: ["GET /api/procedures/{id}", { id }] as const,
    queryFn: ({ signal }) => readProcedure(id, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

/**
 * What past runs say about a version; it changes with each run that ends, and no run waits for that. `before` an instant, what
 * they said then: a run is not measured by itself.
 */
export const pastQuery = (id: string, before?: string | null) => ({
  ...query("GET /api/procedures/{id}/past", before ? { id, before } : { id }),
  staleTime: 10 * 60_000,
});

const RECENT = 100;

export const recentEventsKey = (id: string) => ["GET /api/runs/{id}/log", "recent", id] as const;

/** The last events of a run that has come to `seq`, the first of them first; `useLiveRun` appends to them. */
export const recentEventsQuery = (id: string, seq: number) =>
  queryOptions({
    queryKey: recentEventsKey(id),
    queryFn: async ({ signal }): Promise<LoggedEvent[]> => {
      const after = String(Math.max(0, seq - RECENT));
      return (await call("GET /api/runs/{id}/log", { params: { id, after, limit: 200 }, signal })).events;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
