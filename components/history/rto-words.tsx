"use client";

import { CircleX, Target } from "lucide-react";
import { useServerNow } from "#components/shell/server-time.tsx";
import { Outcome } from "#components/ui/outcome.tsx";
import { formatDuration } from "#lib/client/format.ts";
import { rtoResult } from "#lib/client/run-figures.ts";
import type { RunSummary } from "#lib/contract/runs.ts";

/** Whether the objective was met, by sign and word. */
export function RtoWords({ run }: { run: RunSummary }) {
  const nowMs = useServerNow();
  const result = rtoResult(run, nowMs);
  const objective = run.rtoSeconds === null ? "" : ` of ${formatDuration(run.rtoSeconds * 1_000)}`;
  switch (result.kind) {
    case "none":
      return <span className="text-fg-3">none set</span>;
    case "not_reached":
      return <span className="text-fg-2">not reached{objective && `,${objective}`}</span>;
    case "running":
      return (
        <span className={result.leftMs < 0 ? "font-semibold text-bad" : "text-fg-2"} suppressHydrationWarning>
          {formatDuration(result.leftMs)} {result.leftMs < 0 ? "over" : "left"}
        </span>
      );
    case "met":
      return (
        <Outcome tone="done" icon={<Target aria-hidden />}>
          <span>
            met<span className="font-normal text-fg-2">, {formatDuration(result.actualMs) + objective}</span>
          </span>
        </Outcome>
      );
    case "missed":
      return (
        <Outcome tone="bad" icon={<CircleX aria-hidden />}>
          missed by {formatDuration(result.overMs)}
        </Outcome>
      );
  }
}
