"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import type { ConnectionState } from "#components/shell/connection.tsx";
import { useServerNow } from "#components/shell/server-time.tsx";

const RECONNECTING_MS = 10_000;
const STALE_MS = 30_000;

type Polled = Pick<UseQueryResult, "dataUpdatedAt" | "failureCount" | "isError">;

/** Whether what a polled page shows is what the server knows; undefined before anything was answered. */
export function usePollState({ dataUpdatedAt, failureCount, isError }: Polled): ConnectionState | undefined {
  // Asked for so that this is looked at every second.
  useServerNow();
  if (dataUpdatedAt === 0) return undefined;
  const ageMs = Date.now() - dataUpdatedAt;
  if (ageMs > STALE_MS) return { state: "stale", lastUpdateAt: dataUpdatedAt };
  if (isError || failureCount > 0 || ageMs > RECONNECTING_MS) {
    return { state: "reconnecting", lastUpdateAt: dataUpdatedAt };
  }
  return { state: "live" };
}
