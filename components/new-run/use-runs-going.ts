"use client";

import { useQuery } from "@tanstack/react-query";
import { useKnownNow } from "#components/new-run/use-known-now.ts";
import { notOver } from "#lib/client/overview/active-runs.ts";
import { runsQuery } from "#lib/client/queries.ts";
import type { RunSummary } from "#lib/contract/run-summary.ts";

/** As every page asks what is open. */
const EVERY_MS = 8_000;
/** As many as the server gives in one page. */
const MOST = 200;

type RunsGoing = { runs: readonly RunSummary[]; whole: boolean };

/**
 * The runs that are not over; null where that is not known now. `whole`: no other run goes on. Where more are open than one page
 * holds, which drafts alone may be, what goes on is asked for apart from them.
 */
export function useRunsGoing(): RunsGoing | null {
  const open = useKnownNow(useQuery(runsQuery(notOver)));
  const crowded = open !== null && open.next !== null;
  const started = { enabled: crowded, refetchInterval: EVERY_MS };
  const inProgress = useKnownNow(useQuery({ ...runsQuery({ status: "in_progress", limit: MOST }), ...started }));
  const paused = useKnownNow(useQuery({ ...runsQuery({ status: "paused", limit: MOST }), ...started }));
  if (!open || !crowded) return open && { runs: open.runs, whole: true };
  const whole = inProgress?.next === null && paused?.next === null;
  const found = [...(inProgress?.runs ?? []), ...(paused?.runs ?? [])];
  return { runs: whole ? found : [...new Map([...open.runs, ...found].map((run) => [run.id, run])).values()], whole };
}
