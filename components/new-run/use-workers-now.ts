"use client";

import { useQuery } from "@tanstack/react-query";
import { usePollState } from "#components/overview/use-poll-state.ts";
import { workersQuery } from "#lib/client/queries.ts";
import type { Worker } from "#lib/contract/workers.ts";

/** Who is there to run commands; null where that is not known, or was so a while ago. */
export function useWorkersNow(): readonly Worker[] | null {
  const asked = useQuery(workersQuery());
  const connection = usePollState(asked);
  return connection?.state === "stale" ? null : (asked.data?.workers ?? null);
}
