"use client";

import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useEffect } from "react";
import { recentEventsQuery } from "#lib/client/run/run-queries.ts";
import type { LoggedEvent } from "#lib/domain/run/event.ts";

const none: readonly LoggedEvent[] = [];

type Recent = {
  events: readonly LoggedEvent[];
  /** Why they could not be read, also while they are asked for again; null where they were, or are awaited. */
  unread: { error: unknown; asking: boolean; ask: () => unknown } | null;
};

/** The last events of a run, the first of them first. `seq` is how far the run itself has come. */
export function useRecentEvents(id: string, seq: number): Recent {
  const asked = useQuery(recentEventsQuery(id, seq));
  const { data: newest, error, isFetching, refetch } = asked;
  const data = useDeferredValue(newest);
  const last = newest?.at(-1)?.seq;
  useEffect(() => {
    // Events that came while the list was on its way are not in it, and those that the server has lost still are.
    if (last !== undefined && last !== seq) void refetch({ cancelRefetch: false });
  }, [last, seq, refetch]);
  const failed = error !== null || (newest === undefined && isFetching && asked.errorUpdateCount > 0);
  return { events: data ?? none, unread: failed ? { error, asking: isFetching, ask: refetch } : null };
}
