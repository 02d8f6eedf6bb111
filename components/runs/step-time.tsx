"use client";

import { Clock3 } from "lucide-react";
import { useServerNow } from "#components/shell/server-time.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Meter } from "#components/ui/meter.tsx";
import { formatDuration } from "#lib/client/format.ts";

type StepTimeProps = { expectedSeconds: number | undefined; runningSince: string | null };

/** How long a step takes as far as that is known, and while it runs, how far that is used up. */
export function StepTime({ expectedSeconds, runningSince }: StepTimeProps) {
  if (!expectedSeconds) return <Chip icon={<Clock3 aria-hidden />}>no estimate</Chip>;
  const expectedMs = expectedSeconds * 1_000;
  if (!runningSince) return <Chip icon={<Clock3 aria-hidden />}>about {formatDuration(expectedMs)}</Chip>;
  return <Running expectedMs={expectedMs} since={runningSince} />;
}

function Running({ expectedMs, since }: { expectedMs: number; since: string }) {
  const elapsedMs = Math.max(0, useServerNow() - Date.parse(since));
  const words = `${formatDuration(elapsedMs)} of about ${formatDuration(expectedMs)}`;
  return (
    <Chip icon={<Clock3 aria-hidden />}>
      <Meter ratio={elapsedMs / expectedMs} label={words} tone={elapsedMs > expectedMs ? "wait" : "now"} />{" "}
      <span suppressHydrationWarning>{words}</span>
    </Chip>
  );
}
