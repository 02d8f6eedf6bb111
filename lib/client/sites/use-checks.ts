"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "#lib/client/api.ts";
import { lookAgainMs, siteChecksQuery } from "#lib/client/sites/checks-query.ts";
import type { CheckRequest, CheckRound } from "#lib/contract/checks.ts";
import type { SiteRounds } from "#lib/contract/sites.ts";

/** Whose checks: a run's, or those of one version of a procedure, by its id. */
export type CheckOf = { run?: string; procedure?: string; step?: string };

/** The latest round, and the way to ask for another. */
export type Checks = ReturnType<typeof useChecks>;

/** The latest round, looked at again every second while a worker has still to answer, and the way to ask for another. */
export function useChecks(of: CheckOf) {
  const client = useQueryClient();
  const queryKey = ["GET /api/checks", of] as const;
  const { data, isPending } = useQuery({
    queryKey,
    queryFn: async ({ signal }): Promise<CheckRound | null> => {
      const { rounds } = await call("GET /api/checks", { params: { ...of, limit: 1 }, signal });
      return rounds[0] ?? null;
    },
    refetchInterval: ({ state }) => lookAgainMs(state.data ? [state.data] : []),
  });
  const asking = useAsking((round) => client.setQueryData(queryKey, round));
  return { round: data ?? null, isLoading: isPending, ...asking };
}

/** The same of one site, out of what the page knows of all of them. */
export function useSiteChecks(site: string, known: SiteRounds | undefined): Checks {
  const client = useQueryClient();
  const asking = useAsking((round) =>
    client.setQueryData(siteChecksQuery().queryKey, (before) => ({
      sites: [...(before?.sites ?? []).filter((one) => one.site !== site), { site, round }],
    })),
  );
  const round = known?.sites.find((one) => one.site === site)?.round ?? null;
  return { round, isLoading: known === undefined, ...asking };
}

function useAsking(onRound: (round: CheckRound) => void) {
  const { mutate, isPending, error } = useMutation({
    mutationFn: (request: CheckRequest) => call("POST /api/checks", { body: request }),
    onSuccess: onRound,
  });
  return { ask: mutate, isAsking: isPending, error };
}
