import { queryOptions } from "@tanstack/react-query";
import { query } from "#lib/client/query.ts";
import type { CheckRound } from "#lib/contract/checks.ts";

const OPEN_MS = 1_000;
const IDLE_MS = 30_000;

/** When rounds of checks are looked at again: each second while a worker has still to answer one. */
export const lookAgainMs = (rounds: readonly CheckRound[]): number =>
  rounds.some(({ waitingFor }) => waitingFor.length > 0) ? OPEN_MS : IDLE_MS;

/** The latest round of checks of each site alone. */
export const siteChecksQuery = () =>
  queryOptions({
    ...query("GET /api/sites/checks", {}),
    refetchInterval: ({ state }) => lookAgainMs(state.data?.sites.map(({ round }) => round) ?? []),
  });
