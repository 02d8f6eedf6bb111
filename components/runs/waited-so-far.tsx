"use client";

import { useQuery } from "@tanstack/react-query";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { useServerNow } from "#components/shell/server-time.tsx";
import { formatDuration } from "#lib/client/format.ts";
import { timelineQuery } from "#lib/client/run-queries.ts";
import type { Segment } from "#lib/domain/report/segment.ts";
import { secondsOf } from "#lib/domain/report/segments.ts";
import { t } from "#lib/words/t.ts";

const EVERY_MS = 1_000;

/** What the run has waited for people in all, against what machines worked; added up over the steps. */
export function WaitedSoFar() {
  const { run } = useRunDesk();
  const { data } = useQuery(timelineQuery(run.id));
  const now = useServerNow(EVERY_MS);
  const all = Object.values(data?.steps ?? {}).flat();
  if (all.length === 0) return null;
  const until = run.endedAt ?? new Date(now).toISOString();
  const sum = (kind: Segment["kind"]) => formatDuration(secondsOf(all, kind, until) * 1_000);
  return (
    <p
      className="absolute inset-x-4 bottom-0.5 truncate text-xs leading-4 text-fg-2 max-md:hidden"
      suppressHydrationWarning
    >
      {t("So far {waiting} of waiting, {machine} of machine time", {
        waiting: sum("waiting"),
        machine: sum("machine"),
      })}
    </p>
  );
}
