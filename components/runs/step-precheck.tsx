"use client";

import { ListChecks } from "lucide-react";
import { OutcomeMark } from "#components/checks/outcome-mark.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Elapsed } from "#components/shell/duration.tsx";
import { Button } from "#components/ui/button.tsx";
import { Row } from "#components/ui/rows.tsx";
import { errorWords } from "#lib/client/error-words.ts";
import { useChecks } from "#lib/client/use-checks.ts";
import { can } from "#lib/domain/grants.ts";
import type { Step } from "#lib/domain/procedure.ts";

/** Whether the step could be done now, looked at without changing anything. */
export function StepPrecheck({ step }: { step: Step }) {
  const { run, person, readOnly } = useRunDesk();
  const { round, ask, isAsking, error } = useChecks({ run: run.id, step: step.number });
  if (!step.precheck) return null;
  const seen = round?.results.find((result) => result.step === step.number && result.what === "Precheck");
  const waits = round !== null && round.waitingFor.length > 0 && !seen;
  return (
    <Row label="Precheck">
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {seen && (
          <span>
            <OutcomeMark result={seen.result} /> {seen.message},{" "}
            <span className="text-fg-2">
              <Elapsed since={seen.at} /> ago
            </span>
          </span>
        )}
        {waits && <span>waiting for a worker at {round.waitingFor.join(" and ")}</span>}
        {!seen && !waits && <span className="text-fg-2">not looked at yet</span>}
        {can(person.role, "run.operate") && readOnly === null && (
          <Button
            size="small"
            icon={<ListChecks aria-hidden />}
            aria-label={`Check step ${step.number} now`}
            pending={(isAsking || waits) && "Looking…"}
            onClick={() => ask({ run: run.id, step: step.number })}
          >
            Check now
          </Button>
        )}
        {error && <span className="text-bad">{errorWords(error).sentence}</span>}
      </span>
    </Row>
  );
}
