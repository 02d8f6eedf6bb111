"use client";

import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useEffect } from "react";
import { recentEventsQuery } from "#lib/client/run-queries.ts";
import type { LoggedEvent } from "#lib/domain/run/event.ts";

const none: readonly LoggedEvent[] = [];

type Recent = { events: readonly LoggedEvent[]; failed: boolean; again: () => void };

/** The last events of a run, the first of them first. `seq` is how far the run itself has come. */
export function useRecentEvents(id: string, seq: number): Recent {
  const { data: newest, isError, refetch } = useQuery(recentEventsQuery(id, seq));
  const data = useDeferredValue(newest);
  const last = newest?.at(-1)?.seq;
  useEffect(() => {
    // Events that came while the list was on its way are not in it.
    if (last !== undefined && last < seq) void refetch({ cancelRefetch: false });
  }, [last, seq, refetch]);
  return { events: data ?? none, failed: isError, again: () => void refetch() };
}
