"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { call } from "#lib/client/api.ts";
import { ApiError } from "#lib/client/api-error.ts";
import { newId } from "#lib/client/new-id.ts";
import type { Plan } from "#lib/client/new-run/new-run.ts";
import { notOver } from "#lib/client/overview/active-runs.ts";
import { peopleQuery, proceduresQuery, runsQuery, sitesQuery } from "#lib/client/queries.ts";
import { runAddress } from "#lib/client/run/run-name.ts";
import type { NewRun } from "#lib/contract/runs.ts";

type Wish = { procedureId: string; plan: Plan; start: boolean };

/** Refused for other runs that go on. */
export const isHeld = (error: unknown): boolean =>
  error instanceof ApiError && error.problem.rejection === "run_locked";

/**
 * Creates the run and goes to it. The same wish keeps its id, so pressing again after a lost answer makes no second run.
 * `held`: the list of runs says what the server would refuse for; then that is told, for as long as it is so.
 * `latestSeen`: the latest version of the procedure, as it is told on the page; no part of what is wished.
 */
export function useStartRun(held: string | null, latestSeen: string | undefined) {
  const router = useRouter();
  const cache = useQueryClient();
  const asked = useRef({ wish: "", id: "" });
  const creation = useMutation({
    mutationFn: (wish: Wish) => {
      const words = JSON.stringify(wish);
      if (asked.current.wish !== words) asked.current = { wish: words, id: newId() };
      return call("POST /api/runs", { body: { ...bodyOf(wish, asked.current.id), ...(latestSeen && { latestSeen }) } });
    },
    // What it is refused for is in one of the lists by now.
    onError: () => {
      for (const { queryKey } of [runsQuery(notOver), proceduresQuery(), peopleQuery(), sitesQuery()])
        void cache.invalidateQueries({ queryKey });
    },
    onSuccess: ({ run }) => router.push(runAddress(run.number)),
  });
  const { error, reset } = creation;
  useEffect(() => {
    if (held !== null && isHeld(error)) reset();
  }, [held, error, reset]);
  return creation;
}

function bodyOf({ procedureId, plan, start }: Wish, id: string): NewRun {
  const { mode, type, sites, facts, rtoSeconds, declaredAt, withoutGates, positions, offerCommandTo } = plan;
  return {
    id,
    procedureId,
    mode,
    type,
    sites,
    facts,
    rtoSeconds,
    withoutGates: [...withoutGates],
    positions,
    start,
    ...(offerCommandTo !== null && { offerCommandTo }),
    ...(declaredAt && { declaredAt }),
  };
}
