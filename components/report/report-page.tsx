"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Download, Printer } from "lucide-react";
import { type ComponentProps, useCallback } from "react";
import { ReportAside } from "#components/report/report-aside.tsx";
import { ReportOutcome } from "#components/report/report-outcome.tsx";
import { RecordFirst } from "#components/report/report-record.tsx";
import { NothingIn, ReportSection } from "#components/report/report-section.tsx";
import { deviationSign, objectiveSign, troubleSign } from "#components/report/report-signs.tsx";
import { ReportTimeline } from "#components/report/report-timeline.tsx";
import { ReviewForms } from "#components/report/review-forms.tsx";
import { WhereTimeWent } from "#components/report/where-time-went.tsx";
import { PageOfRun } from "#components/shell/page-of-run.tsx";
import { useZone } from "#components/shell/zone.tsx";
import { buttonClass } from "#components/ui/button-style.ts";
import { Link } from "#components/ui/link.tsx";
import { ModeWord } from "#components/ui/mode-word.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { Words } from "#components/ui/words.tsx";
import { addressOf } from "#lib/client/api.ts";
import { reportQuery, verificationQuery } from "#lib/client/queries.ts";
import { recordAddress, runAddress } from "#lib/client/run/run-name.ts";
import type { Person } from "#lib/domain/actor.ts";
import { can } from "#lib/domain/grants.ts";
import type { Report } from "#lib/domain/report/report.ts";
import { isEmpty, reportParts } from "#lib/domain/report/sections.ts";
import { isOver, runLabel } from "#lib/domain/run/read-state.ts";
import { t } from "#lib/words/t.ts";

type ReportPageProps = Pick<ComponentProps<typeof PageOfRun>, "run" | "procedure"> & { runId: string; person: Person };

const FORMATS = ["html", "json", "csv"] as const;

/** What is said of a run when it is looked back on: drafted from its log, completed and signed off by people. */
export function ReportPage({ runId, run, procedure, person }: ReportPageProps) {
  const { number, mode } = run;
  const zone = useZone();
  const { data: report } = useQuery(reportQuery(runId));
  const client = useQueryClient();
  // What is added is an event, too: the record of them is another one.
  const readAgain = useCallback(() => {
    const log = ["GET /api/runs/{id}/log", { id: runId }];
    for (const queryKey of [reportQuery(runId).queryKey, verificationQuery(runId).queryKey, log])
      void client.invalidateQueries({ queryKey });
  }, [client, runId]);
  return (
    <PageOfRun
      run={run}
      procedure={procedure}
      title={<Words of="{run}, report" with={{ run: <ModeWord mode={mode} text={runLabel(number)} /> }} />}
      short={t("Report")}
      help="report"
      actions={
        <a
          className={buttonClass({})}
          href={addressOf("GET /api/runs/{id}/report/file", { id: runId, format: "html", zone })}
          target="_blank"
          rel="noreferrer"
        >
          <Printer aria-hidden />
          {t("Open to print")}
        </a>
      }
    >
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2 text-fg-2 print:hidden">
        <Link href={runAddress(number)} className="text-link underline">
          {t("The run")}
        </Link>
        <Link href={recordAddress(number)} className="text-link underline">
          {t("Verify the record")}
        </Link>
        {report && (
          <Link href={`/procedures/${report.procedure.hash}/changes`} className="text-link underline">
            {t("The procedure since then")}
          </Link>
        )}
        <Link href={`/history/compare?a=${runLabel(number)}`} className="text-link underline">
          {t("Compare with another run")}
        </Link>
        <span className="flex flex-wrap gap-2">
          {FORMATS.map((format) => (
            <a
              key={format}
              className={buttonClass({ size: "small" })}
              href={addressOf("GET /api/runs/{id}/report/file", { id: runId, format, zone, for: "spreadsheet" })}
              download
            >
              <Download aria-hidden /> {format.toUpperCase()}
            </a>
          ))}
        </span>
      </p>
      <RecordFirst runId={runId} number={number} />
      {!report && <Skeleton lines={8} label={t("Drafting the report")} />}
      {report && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-8 max-md:gap-6 lg:grid-cols-[minmax(0,1fr)_19rem] print:block print:space-y-8">
          <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-8 max-md:gap-6 print:block print:space-y-8">
            <ReportBody report={report} runId={runId} number={number} />
            {can(person.role, "run.review") && (
              <ReviewForms
                runId={runId}
                report={report}
                over={isOver(report.status)}
                person={person}
                onDone={readAgain}
              />
            )}
          </div>
          <ReportAside report={report} runId={runId} number={number} />
        </div>
      )}
    </PageOfRun>
  );
}

/** From what came of it to how that is known. Parts in which there is nothing are gathered at the end. */
function ReportBody({ report, runId, number }: { report: Report; runId: string; number: number }) {
  const parts = reportParts(report);
  const { objectives, timeline, breakGlass, deviations, trouble, decisions, commands, values, evidence, findings } =
    parts;
  const told = [breakGlass, deviations, trouble, findings, decisions, commands, values, evidence];
  const signs = new Map([
    [deviations.title, deviationSign(report)],
    [trouble.title, troubleSign(report)],
  ]);
  const [empty, full] = [told.filter(isEmpty), told.filter((part) => !isEmpty(part))];
  return (
    <>
      <ReportOutcome report={report} runId={runId} />
      <ReportSection section={objectives} sign={objectiveSign(report)} />
      <WhereTimeWent report={report} />
      <ReportSection section={timeline} picture={<ReportTimeline report={report} number={number} />} />
      {full.map((part) => (
        <ReportSection key={part.title} section={part} sign={signs.get(part.title)} />
      ))}
      {empty.length > 0 && <NothingIn sections={empty} />}
    </>
  );
}
