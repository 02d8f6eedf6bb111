"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import type { ConnectionState } from "#components/shell/connection.tsx";
import { useServerNow } from "#components/shell/server-time.tsx";

const RECONNECTING_MS = 10_000;
const STALE_MS = 30_000;

/** Whether what a polled page shows is what the server knows. */
export function usePollState({ dataUpdatedAt, failureCount, isError }: UseQueryResult): ConnectionState {
  // Asked for so that this is looked at every second.
  useServerNow();
  const ageMs = dataUpdatedAt === 0 ? 0 : Date.now() - dataUpdatedAt;
  if (ageMs > STALE_MS) return { state: "stale", lastUpdateAt: dataUpdatedAt };
  if (isError || failureCount > 0 || ageMs > RECONNECTING_MS) {
    return { state: "reconnecting", lastUpdateAt: dataUpdatedAt };
  }
  return { state: "live" };
}
