"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { StepPartProps } from "#components/runs/card/step-body.tsx";
import { LastLines } from "#components/runs/output/last-lines.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Row } from "#components/ui/rows.tsx";
import { OutputBuffer } from "#lib/client/output/output-buffer.ts";
import { ownLinesOf } from "#lib/client/run/own-lines.ts";
import { outputEndQuery } from "#lib/client/run/run-queries.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";
import { lastAttempt } from "#lib/domain/run/read-state.ts";
import type { Attempt } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

const troubled: ReadonlySet<ShownState> = new Set(["failed", "timed_out", "interrupted"]);

/** What the command wrote before it came to trouble: read before anybody decides what to do about it. */
export function LastOutput({ step, state, shown }: StepPartProps) {
  const attempt = lastAttempt(state);
  if (!troubled.has(shown) || attempt?.conduct !== "command" || !attempt.begun) return null;
  return <Lines step={step.number} attempt={attempt} />;
}

function Lines({ step, attempt: { number, command } }: { step: string; attempt: Attempt }) {
  const { run } = useRunDesk();
  const { data } = useQuery(outputEndQuery({ id: run.id, number: step, attempt: number }));
  const buffer = useMemo(() => {
    const filled = new OutputBuffer(ownLinesOf(command));
    for (const piece of data?.pieces ?? []) filled.append(piece);
    return filled;
  }, [data, command]);
  if (!data || buffer.count === 0) return null;
  return (
    <Row label={t("Last output")}>
      <div className="font-mono text-mono leading-5 text-fg-2">
        <LastLines buffer={buffer} count={buffer.count} readable />
      </div>
    </Row>
  );
}
