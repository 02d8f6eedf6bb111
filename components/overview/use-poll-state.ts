"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import { useState } from "react";
import type { ConnectionState } from "#components/shell/connection.tsx";
import { useByServerNow } from "#components/shell/server-time.tsx";
import { serverNowMs } from "#lib/client/server-clock.ts";

const RECONNECTING_MS = 10_000;
const STALE_MS = 30_000;

type Polled = Pick<UseQueryResult, "dataUpdatedAt" | "failureCount" | "isError">;

/** Whether what a polled page shows is what the server knows; undefined before anything was answered. */
export function usePollState({ dataUpdatedAt, failureCount, isError }: Polled): ConnectionState | undefined {
  // An answer is dated by the clock of whoever asked, the server or this browser: only that it is another one counts.
  // Where asking fails already, the last answer came before this part of the page did.
  const [heard, setHeard] = useState(() => {
    const nowMs = serverNowMs();
    return { dataUpdatedAt, atMs: isError ? Math.min(dataUpdatedAt, nowMs) : nowMs };
  });
  if (heard.dataUpdatedAt !== dataUpdatedAt) setHeard({ dataUpdatedAt, atMs: serverNowMs() });
  const state = useByServerNow((nowMs) => stateAt(nowMs - heard.atMs, isError || failureCount > 0));
  if (dataUpdatedAt === 0) return undefined;
  return state === "live" ? { state } : { state, lastUpdateAt: heard.atMs };
}

function stateAt(ageMs: number, failing: boolean): ConnectionState["state"] {
  if (ageMs > STALE_MS) return "stale";
  return failing || ageMs > RECONNECTING_MS ? "reconnecting" : "live";
}
