"use client";

import { OutputTail } from "#components/runs/output-tail.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { WhoAnswers } from "#components/runs/who-answers.tsx";
import { WorkRows } from "#components/runs/work-rows.tsx";
import { Time } from "#components/shell/time.tsx";
import { Row } from "#components/ui/rows.tsx";
import { formatDuration } from "#lib/client/format.ts";
import { siteName } from "#lib/client/run-places.ts";
import { endWords, findingWords } from "#lib/client/run-words.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";
import type { Attempt } from "#lib/domain/run/state.ts";

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
        <Row label="In drill">
          <b className="text-drill">SIMULATED: nothing was sent</b>
        </Row>
      )}
      <Row label={placeLabel(attempt, running)}>
        {siteName(run, attempt.role)}
        {begun && `, by ${begun.worker}`}
        {command && `, timeout ${formatDuration(command.timeoutSeconds * 1_000)}`}, attempt {attempt.number}, started by{" "}
        {attempt.by.name} at <Time at={attempt.at} precision="second" />
      </Row>
      {queued && <WhoAnswers siteId={run.sites[attempt.role]?.id} since={attempt.at} />}
      {command && <WorkRows work={command} lines={undefined} />}
      <Said attempt={attempt} />
      {ended?.result && (
        <Row label="Ended">
          {endWords(ended.result)}
          {ended.durationMs !== undefined && ` after ${formatDuration(ended.durationMs)}`}
        </Row>
      )}
      {ended?.expected && (
        <Row label="Afterwards">
          {ended.expected.held ? "As expected: " : "Not as expected: "}
          {ended.expected.message}
        </Row>
      )}
      <Asked attempt={attempt} />
      {running && begun && <OutputTail step={step} attempt={attempt.number} />}
    </>
  );
}

function placeLabel({ conduct, begun }: Attempt, running: boolean): string {
  if (conduct === "simulated") return "Simulated at";
  if (conduct === "verification") return running ? "Being looked at" : "Was looked at";
  return running ? (begun ? "Running" : "Queued") : "Was run at";
}

function Said({ attempt: { inputs, secrets } }: { attempt: Attempt }) {
  const words = [
    ...Object.entries(inputs ?? {}).map(([name, value]) => `${name}: ${value}`),
    ...(secrets ?? []).map((name) => `${name}: said, not stored`),
  ];
  return words.length > 0 && <Row label="Said">{words.join(", ")}</Row>;
}

/** What the host was asked, and what it said. */
function Asked({ attempt: { asked } }: { attempt: Attempt }) {
  if (!asked) return null;
  return (
    <Row label="Host asked">
      {asked.answer ? `The host says: ${findingWords(asked.answer.finding)}` : "Waiting for the answer"}
      <span className="text-fg-2">
        , {asked.by.name}, <Time at={asked.answer?.at ?? asked.at} precision="second" />
      </span>
    </Row>
  );
}
