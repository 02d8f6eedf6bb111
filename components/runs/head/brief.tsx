"use client";

import type { ReactNode } from "react";
import { Waited } from "#components/runs/card/step-since.tsx";
import { ResumeWait } from "#components/runs/resume-wait.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { StepLink } from "#components/runs/step-link.tsx";
import { Words } from "#components/ui/words.tsx";
import type { Digest } from "#lib/domain/run/digest.ts";
import { t } from "#lib/words/t.ts";

const SHOWN = 6;

/** Now, next and waiting in one line under the header. Moves nothing. */
export function Brief({ digest }: { digest: Digest }) {
  const { run, person } = useRunDesk();
  const { now, next, waiting, tally } = digest;
  const longest = waiting.reduce((first, one) => (first && first.since <= one.since ? first : one), waiting[0]);
  return (
    <div className="absolute inset-x-0 top-full flex gap-x-6 border-b border-line-2 bg-surface px-4 py-1 whitespace-nowrap text-fg-2 max-md:hidden print:hidden">
      <Part word={t("Now")}>
        {run.status === "paused" && (
          <>
            <b className="text-wait">{t("Paused")}</b>
            {t(", ")}
          </>
        )}
        <Numbers steps={now.map(({ step }) => step)} />
      </Part>
      <Part word={t("Next")}>
        <Numbers steps={next.map(({ step }) => step)} />
      </Part>
      <Part word={longest && run.status !== "paused" ? t("Waiting for people") : t("Waiting for")}>
        {run.status === "paused" ? (
          <ResumeWait run={run} person={person} look="minutes" />
        ) : longest ? (
          <Words
            of="{count}, longest {elapsed} {step}"
            with={{
              count: waiting.length,
              elapsed: (
                <b className="text-wait">
                  <Waited step={longest.step} since={longest.since} />
                </b>
              ),
              step: <StepLink step={longest.step}>{t("step {step}", { step: longest.step })}</StepLink>,
            }}
          />
        ) : (
          t("nobody")
        )}
      </Part>
      <span className="ml-auto">
        {t("{settled} of {applying} settled", { settled: tally.settled, applying: tally.applying })}
      </span>
    </div>
  );
}

function Part({ word, children }: { word: string; children: ReactNode }) {
  return (
    <span>
      {word} <span className="text-fg">{children}</span>
    </span>
  );
}

function Numbers({ steps }: { steps: string[] }) {
  if (steps.length === 0) return t("nothing");
  const more = steps.length - SHOWN;
  const links = steps.slice(0, SHOWN).map((step, place) => (
    <span key={step}>
      {place > 0 && t(", ")}
      <StepLink step={step}>{step}</StepLink>
    </span>
  ));
  return (
    <>
      {links.length > 1 ? (
        <Words of="steps {steps}" with={{ steps: links }} />
      ) : (
        <Words of="step {step}" with={{ step: links }} />
      )}
      {more > 0 && ` ${t("and {count} more", { count: more })}`}
    </>
  );
}
