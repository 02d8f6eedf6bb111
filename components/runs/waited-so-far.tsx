"use client";

import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { useServerNow } from "#components/shell/server-time.tsx";
import { formatDuration } from "#lib/client/format.ts";
import { timelineQuery } from "#lib/client/run/live-timeline.ts";
import { secondsIn } from "#lib/domain/report/segments.ts";
import { t } from "#lib/words/t.ts";

const EVERY_MS = 1_000;

/** What the run has waited for people in all, against what machines worked; added up over the steps. */
export function WaitedSoFar() {
  const { run } = useRunDesk();
  const data = useDeferredValue(useQuery(timelineQuery(run.id)).data);
  const now = useServerNow(EVERY_MS);
  if (!data || Object.keys(data.steps).length === 0) return null;
  const { waiting, machine } = secondsIn(data.steps, run.endedAt ?? new Date(now).toISOString());
  return (
    <p className="absolute inset-x-4 bottom-1 text-xs leading-4 text-fg-2 max-md:hidden" suppressHydrationWarning>
      {t("All steps: {waiting} waiting, {machine} machine", {
        waiting: formatDuration(waiting * 1_000),
        machine: formatDuration(machine * 1_000),
      })}
    </p>
  );
}
