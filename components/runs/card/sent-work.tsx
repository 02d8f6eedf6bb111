"use client";

import type { ComponentProps } from "react";
import { WhoAnswers } from "#components/runs/card/who-answers.tsx";
import { WorkRows } from "#components/runs/card/work-rows.tsx";
import type { OutputTail } from "#components/runs/output/output-tail.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Time } from "#components/shell/time.tsx";
import { isThere, later, useLater } from "#components/ui/later.ts";
import { Row } from "#components/ui/rows.tsx";
import { Words } from "#components/ui/words.tsx";
import { formatDuration } from "#lib/client/format.ts";
import { endWords, findingWords } from "#lib/client/run/attempt-words.ts";
import { siteName } from "#lib/client/run/run-places.ts";
import { whoName } from "#lib/domain/actor-name.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";
import type { Attempt } from "#lib/domain/run/state.ts";
import { row, t } from "#lib/words/t.ts";
import { retell } from "#lib/words/told.ts";

type TailProps = ComponentProps<typeof OutputTail>;

const outputTail = later<TailProps>(() =>
  import("#components/runs/output/output-tail.tsx").then((part) => part.OutputTail),
);

type SentWorkProps = { attempt: Attempt; step: string; shown: ShownState };

/** What was sent, by whom, what became of it. */
export function SentWork({ attempt, step, shown }: SentWorkProps) {
  const { run } = useRunDesk();
  const { command, begun, ended } = attempt;
  const running = shown === "in_progress" || shown === "canceling";
  const queued = running && !begun && attempt.conduct !== "simulated";
  return (
    <>
      {attempt.conduct === "simulated" && (
        <Row label={t("In drill")}>
          <b className="text-drill">{t("SIMULATED: nothing was sent")}</b>
        </Row>
      )}
      <Row label={placeLabel(attempt, running)}>
        {siteName(run, attempt.role)}
        {begun && t(", by {worker}", { worker: begun.worker })}
        {command && t(", timeout {duration}", { duration: formatDuration(command.timeoutSeconds * 1_000) })}
        <Words
          of=", attempt {attempt}, started by {person} at {time}"
          with={{
            attempt: attempt.number,
            person: whoName(attempt.by),
            time: <Time at={attempt.at} precision="second" />,
          }}
        />
      </Row>
      {queued && <WhoAnswers siteId={run.sites[attempt.role]?.id} since={attempt.at} />}
      {command && <WorkRows work={command} lines={undefined} />}
      <Said attempt={attempt} />
      {ended?.result && (
        <Row label={t("Ended")}>
          {ended.durationMs === undefined
            ? endWords(ended.result)
            : t("{outcome} after {duration}", {
                outcome: endWords(ended.result),
                duration: formatDuration(ended.durationMs),
              })}
        </Row>
      )}
      {ended?.expected && (
        <Row label={t("Afterwards")}>
          {ended.expected.held
            ? t("As expected: {message}", { message: retell(ended.expected.message) })
            : t("Not as expected: {message}", { message: retell(ended.expected.message) })}
        </Row>
      )}
      <Asked attempt={attempt} />
      {running && begun && <Tail step={step} attempt={attempt} />}
    </>
  );
}

function Tail(props: TailProps) {
  const tail = useLater(outputTail, "now");
  if (isThere(tail)) return <tail.Part {...props} />;
  return (
    <Row label={t("Output")}>
      <div className="min-h-20 text-fg-2">{tail === "failed" && t("This part could not be fetched.")}</div>
    </Row>
  );
}

function placeLabel({ conduct, begun }: Attempt, running: boolean): string {
  if (conduct === "simulated") return t("Simulated at");
  if (conduct === "verification") return running ? t("Being checked") : t("Was checked");
  return running ? (begun ? t("Running") : t("Queued")) : t("Was run at");
}

function Said({ attempt: { inputs, secrets } }: { attempt: Attempt }) {
  const words = [
    ...Object.entries(inputs ?? {}).map(([name, value]) => `${name}: ${value}`),
    ...(secrets ?? []).map((name) => t("{name}: entered, not stored", { name })),
  ];
  return words.length > 0 && <Row label={t("Entered")}>{row(words)}</Row>;
}

/** What the host was asked, and what it said. */
function Asked({ attempt: { asked } }: { attempt: Attempt }) {
  if (!asked) return null;
  return (
    <Row label={t("Host asked")}>
      {asked.answer
        ? t("The host says: {finding}", { finding: findingWords(asked.answer.finding) })
        : t("Waiting for the answer")}
      <span className="text-fg-2">
        <Words
          of=", {person}, {time}"
          with={{ person: asked.by.name, time: <Time at={asked.answer?.at ?? asked.at} precision="second" /> }}
        />
      </span>
    </Row>
  );
}
