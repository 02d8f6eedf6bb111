import { Check, CirclePlay, CircleX, PenLine } from "lucide-react";
import type { ReactNode } from "react";
import { StateHelp } from "#components/report/state-help.tsx";
import { FigureClock } from "#components/ui/figure-clock.tsx";
import type { Tone } from "#components/ui/mark-state.ts";
import { Outcome } from "#components/ui/outcome.tsx";
import { Section } from "#components/ui/section.tsx";
import { Sentences } from "#components/ui/sentences.tsx";
import { duration } from "#lib/domain/paper/duration.ts";
import { secondsInAll, stepsInBrief } from "#lib/domain/report/in-brief.ts";
import type { Report } from "#lib/domain/report/report.ts";
import { OUTCOME_WORDS } from "#lib/domain/report/sections.ts";
import { joined, t } from "#lib/words/t.ts";

const looks: Record<Report["outcome"], { tone: Tone; icon: ReactNode }> = {
  open: { tone: "now", icon: <CirclePlay aria-hidden /> },
  passed: { tone: "done", icon: <Check aria-hidden /> },
  passed_with_conditions: { tone: "ink", icon: <PenLine aria-hidden /> },
  failed: { tone: "bad", icon: <CircleX aria-hidden /> },
};

/** How it came out, why, what became of its steps, and how long it took: what is read first. */
export function ReportOutcome({ report }: { report: Report }) {
  const { outcome, because, status } = report;
  const seconds = secondsInAll(report);
  return (
    <Section title={t("Outcome")}>
      <p className="text-l">
        <Outcome tone={looks[outcome].tone} icon={looks[outcome].icon}>
          {t(OUTCOME_WORDS[outcome])}
        </Outcome>
      </p>
      <p className="mt-1">{joined(...because)}</p>
      <p className="text-fg-2">
        <Sentences>
          {t("{sentence}.", { sentence: stepsInBrief(report) })}
          <StateHelp status={status} />
        </Sentences>
      </p>
      {seconds !== null && (
        <dl className="mt-1 *:px-0!">
          <FigureClock label={t("Declared to ended")}>{duration(seconds)}</FigureClock>
        </dl>
      )}
    </Section>
  );
}
