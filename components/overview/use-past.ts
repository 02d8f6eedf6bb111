"use client";

import { useQueries } from "@tanstack/react-query";
import type { ActiveRun } from "#lib/client/overview/active-runs.ts";
import { pastQuery } from "#lib/client/run/run-queries.ts";
import type { PastDurations } from "#lib/domain/forecast.ts";

const NOTHING_KNOWN: PastDurations = {};

/** What past runs say about the procedures of these, once each. */
export function usePast(active: readonly ActiveRun[]): (run: ActiveRun) => PastDurations {
  const ids = [...new Set(active.flatMap(({ view, summary }) => (view ? [summary.procedure.id] : [])))];
  const asked = useQueries({ queries: ids.map((id) => pastQuery(id)) });
  const known = new Map(ids.map((id, place) => [id, asked[place]?.data?.durations]));
  return ({ summary }) => known.get(summary.procedure.id) ?? NOTHING_KNOWN;
}
