"use client";

import { useQuery } from "@tanstack/react-query";
import { Elapsed } from "#components/shell/duration.tsx";
import { LINES } from "#components/shell/lines.ts";
import { Steady } from "#components/shell/steady.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Lines } from "#components/ui/lines.tsx";
import { ModeWord } from "#components/ui/mode-word.tsx";
import { Section } from "#components/ui/section.tsx";
import { Shortened } from "#components/ui/shortened.tsx";
import { Words } from "#components/ui/words.tsx";
import { runsToSignQuery } from "#lib/client/queries.ts";
import { reportAddress, runName } from "#lib/client/run/run-name.ts";
import type { SignedIn } from "#lib/contract/people.ts";
import type { RunSummary } from "#lib/contract/run-summary.ts";
import { can } from "#lib/domain/grants.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { statusWords } from "#lib/domain/run/run-words.ts";
import { t } from "#lib/words/t.ts";

const MOST = 3;

/** Reports that wait for this person's sign-off. Nothing is held up by them, so they stand after what is. */
export function ReportsToSign({ person }: { person: SignedIn }) {
  const { data } = useQuery({ ...runsToSignQuery(), enabled: can(person.role, "run.review") });
  const { runs = [], more = false } = data ?? {};
  return <Steady of={LINES}>{runs.length > 0 && <ReportLines runs={runs} more={more} />}</Steady>;
}

function ReportLines({ runs, more }: { runs: readonly RunSummary[]; more: boolean }) {
  return (
    <Section title={t("Reports to review")} note={more ? t("more than {count}", { count: runs.length }) : runs.length}>
      <Shortened items={runs} most={MOST} moreWords={(count) => t("Show {count} more", { count })}>
        {(shown) => (
          <Lines label={t("Reports to review")}>
            {shown.map((run) => (
              <li key={run.id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
                <p className="min-w-0 flex-[1_1_14rem]">
                  <ModeWord mode={run.mode} text={runLabel(run.number)} />{" "}
                  <span translate="no">{run.procedure.title}</span>
                  <span className="block text-fg-2">
                    {t(statusWords[run.status])}
                    {run.endedAt && (
                      <Words of=", ended {elapsed} ago" with={{ elapsed: <Elapsed since={run.endedAt} /> }} />
                    )}
                  </span>
                </p>
                <ButtonLink href={reportAddress(run.number)}>
                  {t("Review the report")}
                  <span className="sr-only"> {runName(run)}</span>
                </ButtonLink>
              </li>
            ))}
          </Lines>
        )}
      </Shortened>
    </Section>
  );
}
