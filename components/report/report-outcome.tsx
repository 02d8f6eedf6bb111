import { Check, CirclePlay, CircleX, PenLine, ShieldAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useIsSpoilt } from "#components/report/report-record.tsx";
import { StateHelp } from "#components/report/state-help.tsx";
import { FigureClock } from "#components/ui/figure-clock.tsx";
import type { Tone } from "#components/ui/mark-state.ts";
import { Outcome } from "#components/ui/outcome.tsx";
import { Section } from "#components/ui/section.tsx";
import { Sentences } from "#components/ui/sentences.tsx";
import { duration } from "#lib/domain/paper/duration.ts";
import { inAllWords, secondsInAll, stepsInBrief } from "#lib/domain/report/in-brief.ts";
import type { Report } from "#lib/domain/report/report.ts";
import { becauseWords, outcomeWords } from "#lib/domain/report/sections.ts";
import { joined, t } from "#lib/words/t.ts";

const looks: Record<Report["outcome"], { tone: Tone; icon: ReactNode }> = {
  open: { tone: "now", icon: <CirclePlay aria-hidden /> },
  passed: { tone: "done", icon: <Check aria-hidden /> },
  passed_with_conditions: { tone: "ink", icon: <PenLine aria-hidden /> },
  failed: { tone: "bad", icon: <CircleX aria-hidden /> },
};

/** Of a record that does not hold nothing came out that could be believed. */
const inDoubt = { tone: "bad", icon: <ShieldAlert aria-hidden /> } as const;

/** How it came out, why, what became of its steps, and how long it took: what is read first. */
export function ReportOutcome({ report, runId }: { report: Report; runId: string }) {
  const { outcome, status } = report;
  const seconds = secondsInAll(report);
  const spoilt = useIsSpoilt(runId);
  const { tone, icon } = spoilt ? inDoubt : looks[outcome];
  return (
    <Section title={t("Outcome")}>
      <p className="text-l">
        <Outcome tone={tone} icon={icon}>
          {outcomeWords(report, spoilt)}
        </Outcome>
      </p>
      {spoilt && <p className="mt-1 font-medium text-bad">{t("The record this is drafted from does not hold.")}</p>}
      <p className="mt-1">{joined(...becauseWords(report, spoilt))}</p>
      <p className="text-fg-2">
        <Sentences>
          {t("{sentence}.", { sentence: stepsInBrief(report) })}
          <StateHelp status={status} />
        </Sentences>
      </p>
      {seconds !== null && (
        <dl className="mt-1 *:px-0!">
          <FigureClock label={inAllWords(report)}>{duration(seconds)}</FigureClock>
        </dl>
      )}
    </Section>
  );
}
