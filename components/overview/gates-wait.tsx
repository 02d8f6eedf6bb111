import { Hourglass } from "lucide-react";
import { Outcome } from "#components/ui/outcome.tsx";
import { gatesWait } from "#lib/client/overview/gates-waiting.ts";
import type { RunSummary } from "#lib/contract/run-summary.ts";

/** How many gates of a run wait: what waits longer must not hide them. */
export function GatesWait({ of: { gatesWaiting } }: { of: Pick<RunSummary, "gatesWaiting"> }) {
  if (gatesWaiting === 0) return null;
  return (
    <Outcome tone="wait" icon={<Hourglass aria-hidden />}>
      {gatesWait(gatesWaiting)}
    </Outcome>
  );
}
