"use client";

import { useQuery } from "@tanstack/react-query";
import { StateHelp } from "#components/report/state-help.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { SIDE_LINES } from "#components/runs/side/side-lines.ts";
import { StepLink } from "#components/runs/step-link.tsx";
import { LoadState } from "#components/shell/load-state.tsx";
import { Steady } from "#components/shell/steady.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Row, Rows } from "#components/ui/rows.tsx";
import { Section } from "#components/ui/section.tsx";
import { Sentences } from "#components/ui/sentences.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { reportQuery } from "#lib/client/queries.ts";
import { reportAddress } from "#lib/client/run/run-name.ts";
import { DEVIATIONS } from "#lib/domain/report/deviation-kind.ts";
import { noDeviations } from "#lib/domain/report/no-deviations.ts";
import { objectiveFacts } from "#lib/domain/report/objectives.ts";
import type { Report } from "#lib/domain/report/report.ts";
import { OUTCOME_WORDS } from "#lib/domain/report/sections.ts";
import { cameAfter } from "#lib/domain/run/came-after.ts";
import type { SignOff } from "#lib/domain/run/review.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { joined, listed, t, tn } from "#lib/words/t.ts";

/** So many deviations are named; the report has all of them. */
const NAMED = 5;

/** Beside a run that is over: how it came out, what was promised and what was reached, and what was otherwise than written. */
export function ReportBeside() {
  const { run } = useRunDesk();
  const asked = useQuery(reportQuery(run.id));
  const { data: report } = asked;
  return (
    <Section
      title={t("Report")}
      end={<ButtonLink href={reportAddress(run.number)}>{t("The whole report")}</ButtonLink>}
    >
      <Steady of={SIDE_LINES}>
        <LoadState what={t("The report")} of={asked}>
          <Skeleton lines={4} label={t("Drafting the report")} />
        </LoadState>
        {report && <InBrief report={report} review={run.review} />}
      </Steady>
    </Section>
  );
}

function InBrief({ report, review }: { report: Report; review: Run["review"] }) {
  return (
    <div className="grid gap-2">
      <p>
        <Sentences>
          <b>{t("{outcome}.", { outcome: t(OUTCOME_WORDS[report.outcome]) })}</b>
          {joined(...report.because)}
        </Sentences>
      </p>
      <Rows>
        {objectiveFacts(report).map(([label, value]) => (
          <Row key={label} label={label}>
            {value}
          </Row>
        ))}
        <Row label={t("Deviations")}>
          <Deviations report={report} />
        </Row>
        <Row label={t("Signed off")}>
          {review.signOffs.length > 0
            ? listed(review.signOffs.map((signOff) => signedWords(signOff, cameAfter(review, signOff, report.events))))
            : t("by nobody yet")}
        </Row>
      </Rows>
      <p>
        <StateHelp status={report.status} />
      </p>
    </div>
  );
}

const signedWords = ({ by }: SignOff, count: number): string =>
  count > 0
    ? tn("{name} ({count} event came after)", "{name} ({count} events came after)", count, { name: by.name })
    : by.name;

function Deviations({ report: { deviations, status } }: { report: Report }) {
  const of = deviations.filter(({ kind }) => kind !== "not_applicable");
  if (of.length === 0) return noDeviations(status);
  return (
    <ul>
      {of.slice(0, NAMED).map(({ kind, step, at }) => (
        <li key={`${kind} ${step} ${at}`}>
          {step !== undefined && <StepLink step={step}>{t("step {step}", { step })}</StepLink>} {t(DEVIATIONS[kind])}
        </li>
      ))}
      {of.length > NAMED && (
        <li className="text-fg-2">{tn("and {count} more", "and {count} more", of.length - NAMED)}</li>
      )}
    </ul>
  );
}
