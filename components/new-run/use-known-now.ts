"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import { usePollState } from "#components/overview/use-poll-state.ts";

/** What is asked for again and again; null where it is not known, or was so a while ago. */
export function useKnownNow<Known>(asked: UseQueryResult<Known>): Known | null {
  const connection = usePollState(asked);
  return connection?.state === "stale" ? null : (asked.data ?? null);
}
