"use client";

import { LastLines } from "#components/runs/output/last-lines.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Row } from "#components/ui/rows.tsx";
import { useOutput } from "#lib/client/output/use-output.ts";
import { ownLinesOf } from "#lib/client/run/own-lines.ts";
import type { Attempt } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

/** The last lines a running command wrote; their place is kept free, so that nothing moves when they come. */
export function OutputTail({ step, attempt: { number, command } }: { step: string; attempt: Attempt }) {
  const { run, tailed } = useRunDesk();
  const follows = tailed.has(step);
  const { buffer, count, state } = useOutput(
    follows ? { runId: run.id, step, attempt: number } : null,
    ownLinesOf(command),
  );
  if (!follows) return <Row label={t("Output")}>{t("Open the output to follow it.")}</Row>;
  return (
    <Row label={t("Output")}>
      <div className="min-h-20 font-mono text-mono leading-5 text-fg-2" data-output-tail={step}>
        {count === 0 && (state === "loading" ? t("Loading…") : t("Nothing printed yet."))}
        <LastLines buffer={buffer} count={count} />
      </div>
    </Row>
  );
}
