"use client";

import { SquareTerminal } from "lucide-react";
import type { ReactNode } from "react";
import type { StepPartProps } from "#components/runs/card/step-body.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Duration } from "#components/shell/duration.tsx";
import { Time } from "#components/shell/time.tsx";
import { Button } from "#components/ui/button.tsx";
import { Row } from "#components/ui/rows.tsx";
import { Words } from "#components/ui/words.tsx";
import { endWords, lostWords } from "#lib/client/run/attempt-words.ts";
import { conductWords } from "#lib/client/run/step-words.ts";
import { whoName } from "#lib/domain/actor-name.ts";
import type { Step } from "#lib/domain/procedure.ts";
import { whoAt } from "#lib/domain/run/place-taken.ts";
import type { Attempt } from "#lib/domain/run/state.ts";
import { t, tn } from "#lib/words/t.ts";

/** Every try of the step, each with what it wrote. */
export function Attempts({ step, state }: StepPartProps) {
  if (state.attempts.length === 0) return null;
  const told = state.attempts.length > 1 || state.attempts.some(({ begun, why, canceled }) => begun || why || canceled);
  if (!told) return null;
  return state.attempts.map((attempt) => <AttemptRow key={attempt.number} attempt={attempt} step={step} />);
}

function AttemptRow({ attempt, step: { number, roles } }: { attempt: Attempt; step: Step }) {
  const { run, openOutput } = useRunDesk();
  return (
    <Row label={t("Attempt {attempt}", { attempt: attempt.number })}>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span>
          <Words
            of="{person}, {conduct}, {time}"
            with={{
              person: whoName(attempt.by),
              conduct: whoAt(t(conductWords[attempt.conduct]), roles.length > 1 ? attempt.site : undefined),
              time: <Time at={attempt.at} />,
            }}
          />
          {outcome(attempt)}
          <Said attempt={attempt} />
        </span>
        {attempt.begun && (
          <Button
            size="small"
            icon={<SquareTerminal aria-hidden />}
            aria-label={t("Open output of step {step}, attempt {attempt}", { step: number, attempt: attempt.number })}
            onClick={() => openOutput({ runId: run.id, step: number, attempt: attempt.number })}
          >
            {t("Open output")}
          </Button>
        )}
      </span>
    </Row>
  );
}

/** Why it was started, and why it was canceled, where somebody said so. */
function Said({ attempt: { why, canceled } }: { attempt: Attempt }) {
  return (
    <>
      {why && <span className="block text-fg-2">{t("Why: “{words}”", { words: why })}</span>}
      {canceled && (
        <span className="block text-fg-2">
          {t("{person} asked to cancel it: “{words}”", { person: whoName(canceled.by), words: canceled.reason })}
        </span>
      )}
    </>
  );
}

function outcome(attempt: Attempt): ReactNode {
  const { ended, at } = attempt;
  if (!ended) return t(", ongoing");
  const lost = lostWords(attempt);
  if (lost !== null) return t(", {outcome}", { outcome: lost });
  const ms = ended.durationMs ?? Date.parse(ended.at) - Date.parse(at);
  const lines = ended.output?.lines;
  return (
    <>
      {ended.result && t(", {outcome}", { outcome: endWords(ended.result) })}
      <Words of=", {duration}" with={{ duration: <Duration ms={ms} look="precise" /> }} />
      {lines !== undefined && tn(", {count} line", ", {count} lines", lines)}
      {ended.output?.truncated && t(", cut at the limit")}
    </>
  );
}
