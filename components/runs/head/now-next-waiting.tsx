"use client";

import { type ReactNode, useState } from "react";
import { StepSince, Waited } from "#components/runs/card/step-since.tsx";
import { ResumeWait } from "#components/runs/resume-wait.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { runPart } from "#components/runs/run-part.ts";
import { StepLink } from "#components/runs/step-link.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { isThere, useLater } from "#components/ui/later.ts";
import { Mark } from "#components/ui/mark.tsx";
import { Words } from "#components/ui/words.tsx";
import { estimateWords } from "#lib/client/run/forecast-words.ts";
import { atWorkWords, busyWords, needSentences, nextWords, whoWords } from "#lib/client/run/need-words.ts";
import { estimateOf } from "#lib/domain/forecast.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Step } from "#lib/domain/procedure.ts";
import { nameIn } from "#lib/domain/run/able.ts";
import type { Coming, Current, Digest, Waiting } from "#lib/domain/run/digest.ts";
import { isOver, stepState } from "#lib/domain/run/read-state.ts";
import { stateWord } from "#lib/domain/run/state-words.ts";
import { row, t } from "#lib/words/t.ts";

const moreSteps = runPart("MoreSteps");
const waitedSoFar = runPart("WaitedSoFar");

/** As many as always have room: the strip keeps its height, so that nothing under it moves when steps begin and end. */
const SHOWN = 2;
/** On a phone, where it is one line each. */
const SHOWN_ON_PHONE = 1;

/** What happens now, what comes next, who is waited for: always with steps, people and minutes. */
export function NowNextWaiting({ digest }: { digest: Digest }) {
  const { run, person } = useRunDesk();
  const { now, next, waiting } = digest;
  const resume =
    run.status === "paused"
      ? [
          <li key="resume" className={WAIT_ROW}>
            <ResumeWait run={run} person={person} look="minutes" />
          </li>,
        ]
      : [];
  const asked = resume.length + waiting.length;
  const queued = now.flatMap((current) => (current.queued ? [t("step {step}", { step: current.step })] : []));
  return (
    <div className="grid border-b border-line-2 bg-surface md:grid-cols-3 print:hidden">
      <Column
        title={
          <span>
            {t("Now")} {run.status === "paused" && <b className="text-wait">{t("Paused")}</b>}
          </span>
        }
        empty={run.status === "draft" ? t("Not started") : atWorkWords(run)}
      >
        {now.map((current) => (
          <NowItem key={current.step} current={current} />
        ))}
      </Column>
      <Column
        title={t("Next")}
        onPhone="max-md:h-12"
        empty={
          isOver(run.status)
            ? t("The run is over")
            : now.length + asked > 0
              ? t("Nothing after these")
              : t("Nothing is left to start")
        }
      >
        {next.map((coming) => (
          <NextItem key={coming.step} coming={coming} />
        ))}
      </Column>
      <Column
        onPhone="max-md:h-14"
        summed
        title={
          asked > 0 ? (
            <>
              <span className="max-md:hidden">{t("Waiting for people, {count}", { count: asked })}</span>
              <span className="md:hidden">{t("Waiting")}</span>
            </>
          ) : (
            t("Waiting")
          )
        }
        empty={
          run.status === "draft"
            ? t("For {commander} to start the run", { commander: nameIn(run, run.commander, "run.command") })
            : queued.length > 0
              ? t("For no person, but for a worker: {steps}", { steps: row(queued) })
              : t("For nobody")
        }
      >
        {[
          ...resume,
          ...waiting.map((one) => <WaitingItem key={`${one.step} ${JSON.stringify(one.who)}`} waiting={one} />),
        ]}
      </Column>
    </div>
  );
}

type ColumnProps = {
  title: ReactNode;
  empty: string;
  onPhone?: string;
  /** With a sum under the items, which knows whether there is room for one more of them. */
  summed?: boolean;
  children: ReactNode[];
};

/** `onPhone`: how high it is there. What goes on has a tab of its own. */
function Column({ title, empty, onPhone = "max-md:hidden", summed, children }: ColumnProps) {
  const [shown, show] = useState(SHOWN);
  const sum = useLater(waitedSoFar, "soon");
  return (
    <section
      className={classNames(
        "relative h-34 overflow-hidden md:max-lg:h-38 px-4 pt-2 not-first:border-line max-md:not-first:border-t md:not-first:border-l",
        "max-md:grid max-md:grid-cols-[5rem_minmax(0,1fr)] max-md:items-center max-md:gap-2 max-md:py-0",
        onPhone,
      )}
    >
      <h2 className="font-semibold text-fg-2 md:mb-1.5 md:flex md:justify-between">
        {title} <More at="max-md:hidden" of={children.slice(shown)} />
        <More at="block md:hidden" of={children.slice(SHOWN_ON_PHONE)} />
      </h2>
      {children.length > 0 ? (
        <ul className="grid gap-1.5 *:nth-3:*:line-clamp-1 max-md:*:nth-2:hidden">{children.slice(0, shown)}</ul>
      ) : (
        <p className="text-fg-3">{empty}</p>
      )}
      {summed && isThere(sum) && <sum.Part onRoom={show} />}
    </section>
  );
}

/** Those that have no room, behind their number. */
function More({ of, at }: { of: ReactNode[]; at: string }) {
  const steps = useLater(moreSteps, "soon");
  const words = t("and {count} more", { count: of.length });
  if (of.length === 0) return null;
  return (
    <span className={classNames("font-normal text-fg-3", at)}>
      {isThere(steps) ? <steps.Part words={words}>{of}</steps.Part> : words}
    </span>
  );
}

function useStep(number: string): Step | undefined {
  const { procedure } = useRunDesk();
  return outline(procedure).byNumber.get(number);
}

function NowItem({ current }: { current: Current }) {
  const { run, past } = useRunDesk();
  const step = useStep(current.step);
  const state = stepState(run, current.step);
  if (!step || !state) return null;
  const estimate = estimateOf(step, past);
  const told =
    current.shown !== "in_progress" || current.queued
      ? "{who}, {elapsed}"
      : estimate
        ? "{who}, {elapsed} of {estimate}"
        : "{who}, {elapsed}, no estimate";
  return (
    <li className="grid grid-cols-[1.375rem_minmax(0,1fr)] gap-2">
      <Mark kind={step.kind} state={current.shown} size={20} />
      <p className="*:block *:truncate">
        <StepLink step={step.number}>
          {step.number} <span translate="no">{step.title}</span>
        </StepLink>
        <span className="text-fg-2" title={estimate && estimateWords(estimate)}>
          {current.shown !== "in_progress" && current.shown !== "ready" && (
            <>
              <b>{stateWord(current.shown)}</b>:{" "}
            </>
          )}
          {state.retryAt ? (
            busyWords(state, current)
          ) : (
            <Words
              of={told}
              with={{
                who: busyWords(state, current),
                elapsed: <StepSince state={state} shown={current.shown} />,
                estimate: estimate && estimateWords(estimate),
              }}
            />
          )}
        </span>
      </p>
    </li>
  );
}

function NextItem({ coming }: { coming: Coming }) {
  const desk = useRunDesk();
  const step = useStep(coming.step);
  if (!step) return null;
  return (
    <li className="grid grid-cols-[1.375rem_minmax(0,1fr)] gap-2">
      <Mark kind={step.kind} state={coming.shown} size={20} />
      <p className="*:block *:truncate">
        <StepLink step={step.number}>
          {step.number} <span translate="no">{step.title}</span>
        </StepLink>
        <span className="text-fg-2 max-md:hidden">{nextWords(coming, step, desk)}</span>
      </p>
    </li>
  );
}

/** How long, and who for what. */
const WAIT_ROW = "grid grid-cols-[4.5rem_minmax(0,1fr)] gap-2 max-md:grid-cols-[auto_minmax(0,1fr)]";

function WaitingItem({ waiting }: { waiting: Waiting }) {
  const desk = useRunDesk();
  return (
    <li className={WAIT_ROW}>
      <b className="whitespace-nowrap text-wait">
        <Waited step={waiting.step} since={waiting.since} />
      </b>
      <p className="line-clamp-2">
        <StepLink step={waiting.step}>
          {whoWords(waiting, desk)}:{" "}
          <Words
            of={needSentences[waiting.need]}
            with={{
              step: (
                <span className="font-normal whitespace-nowrap text-fg-2">
                  {t("step {step}", { step: waiting.step })}
                </span>
              ),
            }}
          />
        </StepLink>
      </p>
    </li>
  );
}
