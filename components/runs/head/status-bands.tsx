"use client";

import { CircleCheck, CircleX, Pause, PenLine, ShieldAlert } from "lucide-react";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { StepLink } from "#components/runs/step-link.tsx";
import { Time } from "#components/shell/time.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Sentences } from "#components/ui/sentences.tsx";
import { Words } from "#components/ui/words.tsx";
import { asSentence } from "#lib/client/error-words.ts";
import { reportAddress } from "#lib/client/run/run-name.ts";
import { stepState } from "#lib/domain/run/read-state.ts";
import { statusWords } from "#lib/domain/run/run-words.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

/** What concerns the whole run: `brief` at the foot of the window, where it comes first. */

/** Break-glass is loud: everybody sees who passed a gate without those it asked, and why. `without`: what was told before. */
export function BrokenGates({ of, without, brief }: { of: Run; without?: Run; brief?: boolean }) {
  return of.steps.flatMap(({ number, gate }) => {
    const broken = gate?.opened?.broken ? gate.opened : undefined;
    if (!broken || (without && stepState(without, number)?.gate?.opened?.broken)) return [];
    return (
      <Alert
        key={number}
        shape="band"
        tone="bad"
        brief={brief}
        icon={<ShieldAlert aria-hidden />}
        title={t("Glass broken for step {step}.", { step: number })}
        action={
          <StepLink step={number} button>
            {t("See step {step}", { step: number })}
          </StepLink>
        }
      >
        <Words
          of="{person} passed its gate without those it asks, {time}: “{reason}”"
          with={{ person: broken.by.name, time: <Time at={broken.at} />, reason: broken.reason }}
        />
      </Alert>
    );
  });
}

export function PausedBand() {
  const { run } = useRunDesk();
  return (
    <Alert
      shape="band"
      brief
      icon={<Pause aria-hidden />}
      title={asSentence(t("Paused: {reason}", { reason: run.reason ?? "" }))}
    >
      <Sentences>
        {run.stopped && (
          <Words of="By {person}, {time}." with={{ person: run.stopped.by.name, time: <Time at={run.stopped.at} /> }} />
        )}
        {t("No new step can be started. Running commands continue, and so does the clock.")}
      </Sentences>
    </Alert>
  );
}

export function OverBand({ brief }: { brief?: boolean }) {
  const { run } = useRunDesk();
  const bad = run.status === "aborted" || run.status === "failed";
  const Sign = bad ? CircleX : run.status === "completed" ? CircleCheck : PenLine;
  return (
    <Alert
      shape="band"
      tone={bad ? "bad" : "neutral"}
      brief={brief}
      icon={<Sign aria-hidden />}
      title={asSentence([t(statusWords[run.status]), run.reason].filter(Boolean).join(": "))}
      action={<ButtonLink href={reportAddress(run.number)}>{t("Report")}</ButtonLink>}
    >
      <Sentences>
        {run.endedAt && <Ended at={run.endedAt} by={run.stopped?.by.name} />}
        {t("This is the record. It accepts notes, evidence and its review.")}
      </Sentences>
    </Alert>
  );
}

function Ended({ at, by }: { at: string; by: string | undefined }) {
  const time = <Time at={at} show="dateTime" />;
  if (by === undefined) return <Words of="Ended {time}." with={{ time }} />;
  return <Words of="Ended {time} by {person}." with={{ time, person: by }} />;
}
