"use client";

import { Clock3 } from "lucide-react";
import { useServerNow } from "#components/shell/server-time.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Meter } from "#components/ui/meter.tsx";
import { formatDuration } from "#lib/client/format.ts";
import { estimateWords } from "#lib/client/run/forecast-words.ts";
import type { Estimate } from "#lib/domain/forecast.ts";
import { t } from "#lib/words/t.ts";

type StepTimeProps = { estimate: Estimate | undefined; runningSince: string | null };

/** How long a step takes as far as that is known, and while it runs, how far that is used up. */
export function StepTime({ estimate, runningSince }: StepTimeProps) {
  if (!estimate || !runningSince) return <Chip icon={<Clock3 aria-hidden />}>{estimateWords(estimate)}</Chip>;
  return <Running estimate={estimate} since={runningSince} />;
}

function Running({ estimate, since }: { estimate: Estimate; since: string }) {
  const elapsedMs = Math.max(0, useServerNow() - Date.parse(since));
  const expectedMs = estimate.seconds * 1_000;
  const known = { elapsed: formatDuration(elapsedMs), estimate: estimateWords(estimate) };
  const words =
    elapsedMs > expectedMs ? t("{elapsed}, longer than {estimate}", known) : t("{elapsed} of {estimate}", known);
  return (
    <Chip icon={<Clock3 aria-hidden />}>
      <span className="max-sm:hidden">
        <Meter ratio={elapsedMs / expectedMs} label={words} />{" "}
      </span>
      <span suppressHydrationWarning>{words}</span>
    </Chip>
  );
}
