"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "#lib/client/api.ts";
import type { CheckRequest, CheckRound } from "#lib/contract/checks.ts";

/** Whose checks: a run's, a procedure's of any version, or a site's alone. */
export type CheckOf = { run?: string; procedure?: string; site?: string; step?: string };

const OPEN_MS = 1_000;
const IDLE_MS = 30_000;

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
    refetchInterval: ({ state }) => (state.data && state.data.waitingFor.length > 0 ? OPEN_MS : IDLE_MS),
  });
  const {
    mutate,
    isPending: isAsking,
    error,
  } = useMutation({
    mutationFn: (request: CheckRequest) => call("POST /api/checks", { body: request }),
    onSuccess: (round) => client.setQueryData(queryKey, round),
  });
  return { round: data ?? null, isLoading: isPending, ask: mutate, isAsking, error };
}
