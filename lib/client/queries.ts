import { queryOptions } from "@tanstack/react-query";
import { call } from "#lib/client/api.ts";
import { LOOKED_THROUGH, lastBegun } from "#lib/client/new-run/last-run.ts";
import { query } from "#lib/client/query.ts";
import type { DeliveryState } from "#lib/contract/notices.ts";
import type { ListedPerson, ListedUser } from "#lib/contract/people.ts";
import type { RunFilter, RunView } from "#lib/contract/runs.ts";
import { isOnlyUnsigned } from "#lib/domain/record/spoilt.ts";
import { byName } from "#lib/words/by-name.ts";

/** Query options only, no hooks: server components seed the cache with them. The operation is the query key. */

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

const SIGNED_WITHIN_MS = 3_000;

/** Whether the record of a run holds; verified anew each time it is asked, and until a worker has signed it. */
export const verificationQuery = (id: string) =>
  queryOptions({
    ...query("GET /api/runs/{id}/verification", { id }),
    refetchInterval: ({ state }) => (state.data && isOnlyUnsigned(state.data) ? SIGNED_WITHIN_MS : false),
  });

const DRAFTED_ANEW_MS = 5_000;

/** The report of a run as it stands; drafted anew as long as the run goes on. */
export const reportQuery = (id: string) =>
  queryOptions({
    ...query("GET /api/runs/{id}/report", { id }),
    refetchInterval: ({ state }) => (state.data && state.data.asOf !== null ? DRAFTED_ANEW_MS : false),
  });

/** One page of runs, the latest first; `after` is the `next` of the page before. */
export const runsQuery = (page: RunFilter & { after?: string | undefined; limit?: number }) =>
  query("GET /api/runs", page);

/** Open runs at a site, as many as one line can name. */
export const runsAsBeforeQuery = (site: string) => runsQuery({ site, over: "no", limit: 5 });

/** Reports that wait for the sign-off of whoever asks. */
export const runsToSignQuery = () => ({ ...query("GET /api/runs/to-sign", {}), refetchInterval: 10_000 });

export const savedFiltersQuery = () => query("GET /api/saved-filters", {});

/** The run of a procedure that was begun last, by its key; null where none of the latest was. */
export const lastRunQuery = (procedure: string) =>
  queryOptions({
    queryKey: ["GET /api/runs", "last", procedure] as const,
    queryFn: async ({ signal }): Promise<RunView | null> => {
      const { runs } = await call("GET /api/runs", { params: { procedure, limit: LOOKED_THROUGH }, signal });
      const last = lastBegun(runs);
      return last ? call("GET /api/runs/{id}", { params: { id: last.id }, signal }) : null;
    },
  });

/** Where lists of what seldom changes are shown, and a page that stays open for a day is believed. */
export const LOOK_AGAIN_MS = 10_000;

/** The latest version of each procedure, or with a key every version of one. */
export const proceduresQuery = (params: { key?: string } = {}) =>
  queryOptions({
    queryKey: ["GET /api/procedures", params] as const,
    queryFn: async ({ signal }) => {
      const whole = await everyPage((after) => call("GET /api/procedures", { params: { ...params, after }, signal }));
      return { procedures: whole.flatMap(({ procedures }) => procedures), next: null };
    },
  });

export const sitesQuery = () =>
  queryOptions({
    queryKey: ["GET /api/sites", {}] as const,
    queryFn: async ({ signal }) => {
      const whole = await everyPage((after) => call("GET /api/sites", { params: { after }, signal }));
      return { sites: whole.flatMap(({ sites }) => sites), next: null };
    },
  });

/** What is known of each site from checks and runs; asked every ten seconds wherever it is shown. */
export const readinessQuery = () => ({ ...query("GET /api/sites/readiness", {}), refetchInterval: 10_000 });

/** Who is there to run commands; asked every five seconds wherever it is shown. */
export const workersQuery = () => ({ ...query("GET /api/workers", {}), refetchInterval: 5_000 });

const peopleByName = (answer: { people: ListedPerson[]; next: null }) => ({
  ...answer,
  people: answer.people.toSorted(byName),
});
const usersByName = (answer: { users: ListedUser[]; next: null }) => ({
  ...answer,
  users: answer.users.toSorted(byName),
});

/** Whom a run may name, in the order in which their reader looks for them. */
export const peopleQuery = () =>
  queryOptions({
    select: peopleByName,
    queryKey: ["GET /api/people", {}] as const,
    queryFn: async ({ signal }) => {
      const whole = await everyPage((after) => call("GET /api/people", { params: { after }, signal }));
      return { people: whole.flatMap(({ people }) => people), next: null };
    },
  });

export const usersQuery = () =>
  queryOptions({
    select: usersByName,
    queryKey: ["GET /api/users", {}] as const,
    queryFn: async ({ signal }) => {
      const whole = await everyPage((after) => call("GET /api/users", { params: { after }, signal }));
      return { users: whole.flatMap(({ users }) => users), next: null };
    },
  });

/** By which keys records are signed. */
export const signingKeysQuery = () => query("GET /api/signing-keys", {});

export const sessionsQuery = () => query("GET /api/sessions", {});

export const sessionsOfQuery = (id: string) => query("GET /api/users/{id}/sessions", { id });

export const secondFactorQuery = () => query("GET /api/session/second-factor", {});

export const tokensOfQuery = (id: string) => query("GET /api/users/{id}/tokens", { id });

export const tokensQuery = () => query("GET /api/tokens", {});

export const noticeChoiceQuery = () => query("GET /api/notices/choice", {});

/** Also what became of the last tries, which change as messages are sent. */
export const channelsQuery = () => ({ ...query("GET /api/notices/channels", {}), refetchInterval: 5_000 });

/** One page of messages, the latest first; what is on its way is seen to arrive. */
export const deliveriesQuery = (page: { state?: DeliveryState | undefined; after?: string | undefined }) => ({
  ...query("GET /api/notices/deliveries", page),
  refetchInterval: 5_000,
});
