"use client";

import { CircleX, Target, TimerOff } from "lucide-react";
import { useServerNow } from "#components/shell/server-time.tsx";
import { Outcome } from "#components/ui/outcome.tsx";
import { Words } from "#components/ui/words.tsx";
import { formatDuration } from "#lib/client/format.ts";
import { rtoResult } from "#lib/client/run/run-figures.ts";
import type { RunSummary } from "#lib/contract/run-summary.ts";
import { t } from "#lib/words/t.ts";

/** Whether the objective was met, by sign and word. */
export function RtoWords({ run }: { run: RunSummary }) {
  const nowMs = useServerNow();
  const result = rtoResult(run, nowMs);
  const objective = run.rtoSeconds === null ? null : formatDuration(run.rtoSeconds * 1_000);
  switch (result.kind) {
    case "none":
      return <span className="text-fg-3">{t("none set")}</span>;
    case "not_reached":
      return (
        <span className="text-fg-2">
          {objective === null ? t("not reached") : t("not reached, RTO {objective}", { objective })}
        </span>
      );
    case "not_measured":
      return <span className="text-fg-2">{notMeasured(run, objective)}</span>;
    case "not_declared":
      return (
        <span className="text-fg-2">
          {objective}
          {t(", ")}
          {t("declared when started")}
        </span>
      );
    case "running":
      return <Running leftMs={result.leftMs} />;
    case "met":
      return (
        <Outcome tone="done" icon={<Target aria-hidden />}>
          <span>
            <Words of="met{detail}" with={{ detail: <MetDetail actualMs={result.actualMs} objective={objective} /> }} />
          </span>
        </Outcome>
      );
    case "missed":
      return (
        <Outcome tone="bad" icon={<CircleX aria-hidden />}>
          {t("missed by {duration}", { duration: formatDuration(result.overMs) })}
        </Outcome>
      );
  }
}

function notMeasured({ nothingDone }: RunSummary, objective: string | null): string {
  if (nothingDone)
    return objective === null ? t("nothing was done") : t("nothing was done, RTO {objective}", { objective });
  return objective === null ? t("only simulated") : t("only simulated, RTO {objective}", { objective });
}

function Running({ leftMs }: { leftMs: number }) {
  const duration = formatDuration(leftMs);
  if (leftMs >= 0) {
    return (
      <span className="text-fg-2" suppressHydrationWarning>
        {t("{duration} left", { duration })}
      </span>
    );
  }
  return (
    <Outcome tone="bad" icon={<TimerOff aria-hidden />}>
      <span suppressHydrationWarning>{t("over RTO by {duration}", { duration })}</span>
    </Outcome>
  );
}

function MetDetail({ actualMs, objective }: { actualMs: number; objective: string | null }) {
  const actual = formatDuration(actualMs);
  return (
    <span className="font-normal text-fg-2">
      {objective === null ? t(", {actual}", { actual }) : t(", {actual} of {objective}", { actual, objective })}
    </span>
  );
}
