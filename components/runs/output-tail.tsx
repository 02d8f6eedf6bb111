"use client";

import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Row } from "#components/ui/rows.tsx";
import { shownText } from "#lib/client/output-lines.ts";
import { useOutput } from "#lib/client/use-output.ts";

const SHOWN = 4;

/** The last lines a running command wrote; their place is kept free, so that nothing moves when they come. */
export function OutputTail({ step, attempt }: { step: string; attempt: number }) {
  const { run, tailed } = useRunDesk();
  const follows = tailed.has(step);
  const { lines, state } = useOutput(follows ? { runId: run.id, step, attempt } : null);
  if (!follows) return <Row label="Output">Open the output to follow it.</Row>;
  const last = lines.slice(-SHOWN);
  return (
    <Row label="Output">
      <div className="min-h-20 font-mono text-[0.78125rem] leading-5 text-fg-2" data-output-tail={step}>
        {last.length === 0 && (state === "loading" ? "Loading…" : "Nothing written yet.")}
        {last.map((line) => (
          <span key={line.number} className="block truncate whitespace-pre last:font-medium last:text-fg">
            {line.stream === "stderr" && <span className="text-bad">err </span>}
            {shownText(line)}
          </span>
        ))}
      </div>
    </Row>
  );
}
