"use client";

import { CircleX, Target, TimerOff } from "lucide-react";
import type { ReactNode } from "react";
import { Duration } from "#components/shell/duration.tsx";
import { useServerNow } from "#components/shell/server-time.tsx";
import { Outcome } from "#components/ui/outcome.tsx";
import { Words } from "#components/ui/words.tsx";
import { rtoResult } from "#lib/client/run-figures.ts";
import type { RunSummary } from "#lib/contract/runs.ts";
import { t } from "#lib/words/t.ts";

/** Whether the objective was met, by sign and word. */
export function RtoWords({ run }: { run: RunSummary }) {
  const nowMs = useServerNow();
  const result = rtoResult(run, nowMs);
  const objective = run.rtoSeconds === null ? null : <Duration ms={run.rtoSeconds * 1_000} />;
  switch (result.kind) {
    case "none":
      return <span className="text-fg-3">{t("none set")}</span>;
    case "not_reached":
      return (
        <span className="text-fg-2">
          {objective === null ? t("not reached") : <Words of="not reached, of {objective}" with={{ objective }} />}
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
          <span>
            <Words of="missed by {duration}" with={{ duration: <Duration ms={result.overMs} /> }} />
          </span>
        </Outcome>
      );
  }
}

function Running({ leftMs }: { leftMs: number }) {
  const duration = <Duration ms={leftMs} />;
  if (leftMs < 0) {
    return (
      <Outcome tone="bad" icon={<TimerOff aria-hidden />}>
        <span>
          <Words of="over RTO by {duration}" with={{ duration }} />
        </span>
      </Outcome>
    );
  }
  return (
    <span className="text-fg-2">
      <Words of="{duration} left" with={{ duration }} />
    </span>
  );
}

function MetDetail({ actualMs, objective }: { actualMs: number; objective: ReactNode }) {
  const actual = <Duration ms={actualMs} />;
  return (
    <span className="font-normal text-fg-2">
      {objective === null ? (
        <Words of=", {actual}" with={{ actual }} />
      ) : (
        <Words of=", {actual} of {objective}" with={{ actual, objective }} />
      )}
    </span>
  );
}
