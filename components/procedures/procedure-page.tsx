"use client";

import { useQuery } from "@tanstack/react-query";
import { Download, Play, Printer } from "lucide-react";
import type { ComponentProps } from "react";
import { ProcedureReadiness } from "#components/checks/procedure-readiness.tsx";
import { AsDraft, type OtherText } from "#components/procedures/as-draft.tsx";
import { DraftOf } from "#components/procedures/drafts.tsx";
import { Paragraphs } from "#components/procedures/paragraphs.tsx";
import type { PrintedProcedure } from "#components/procedures/printed-procedure.tsx";
import { ProcedureFacts, ProcedureFrame } from "#components/procedures/procedure-facts.tsx";
import { RtaTrend } from "#components/procedures/rta-trend.tsx";
import { NotLatest, useNewer, Versions } from "#components/procedures/versions.tsx";
import { WrittenStep } from "#components/procedures/written-step.tsx";
import { Day } from "#components/shell/day.tsx";
import { DaysAgo } from "#components/shell/days-ago.tsx";
import { Page } from "#components/shell/page.tsx";
import { useZone } from "#components/shell/zone.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { buttonClass } from "#components/ui/button-style.ts";
import { isThere, later, useLater } from "#components/ui/later.ts";
import { Section } from "#components/ui/section.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Words } from "#components/ui/words.tsx";
import { addressOf } from "#lib/client/api.ts";
import { procedureQuery } from "#lib/client/run/run-queries.ts";
import type { DraftSummary } from "#lib/contract/drafts.ts";
import type { ProcedureView } from "#lib/contract/procedures.ts";
import { t, tn } from "#lib/words/t.ts";

const printedProcedure = later<ComponentProps<typeof PrintedProcedure>>(() =>
  import("#components/procedures/printed-procedure.tsx").then((part) => part.PrintedProcedure),
);

type ProcedurePageProps = {
  id: string;
  mayStart: boolean;
  mayAsk: boolean;
  mayPublish: boolean;
  /** For who may publish it. */
  draft: DraftSummary | null;
  other: OtherText | null;
};

export function ProcedurePage({ id, ...rest }: ProcedurePageProps) {
  const { data } = useQuery(procedureQuery(id));
  if (data) return <Read view={data} {...rest} />;
  return (
    <Page title={t("Procedure")}>
      <Skeleton lines={8} label={t("Loading the procedure")} />
    </Page>
  );
}

function Read({ view, ...given }: { view: ProcedureView } & Omit<ProcedurePageProps, "id">) {
  const { mayStart, mayAsk, mayPublish, draft, other } = given;
  const latest = useNewer(view) ?? view;
  const procedure = view.document;
  const printed = useLater(printedProcedure, "soon");
  return (
    <Page
      over={t("Procedure")}
      help="procedure"
      title={
        <>
          {procedure.title} <Tag>v{view.version}</Tag>
        </>
      }
      actions={<PageActions view={view} mayStart={mayStart} />}
    >
      <NotLatest of={view} />
      <div className="grid gap-2">
        {procedure.description && <Paragraphs text={procedure.description} />}
        <p className="text-fg-2">
          <Known view={view} />
        </p>
        {draft && <DraftOf draft={draft}>{t("There is a draft of it")}</DraftOf>}
        {other && <AsDraft of={view} text={other} latest={latest.version} hasDraft={draft !== null} />}
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-2">
        <ProcedureFrame procedure={procedure} />
        <ProcedureFacts procedure={procedure} />
      </div>
      <RtaTrend procedureId={view.id} />
      <ProcedureReadiness view={view} mayAsk={mayAsk} maySchedule={mayStart} />
      {procedure.phases.map((phase) => (
        <Section key={phase.title} title={phase.title} note={range(phase.steps.map(({ number }) => number))}>
          <ol className="grid grid-cols-[minmax(0,1fr)] gap-2">
            {phase.steps.map((step) => (
              <WrittenStep
                key={step.number}
                procedure={procedure}
                step={step}
                edit={mayPublish ? `/procedures/${view.id}/steps/${step.number}` : undefined}
              />
            ))}
          </ol>
        </Section>
      ))}
      <Versions of={view} />
      {isThere(printed) && <printed.Part view={view} />}
    </Page>
  );
}

function Known({ view: { stepCount, lastDrill, hash } }: { view: ProcedureView }) {
  const said = {
    steps: tn("{count} step", "{count} steps", stepCount),
    hash: <code className="font-mono text-xs wrap-anywhere">{hash}</code>,
  };
  if (!lastDrill) return <Words of="{steps}, never drilled to the end. SHA-256 {hash}" with={said} />;
  const date = <Day at={lastDrill.endedAt} />;
  return (
    <Words
      of="{steps}, last drilled {date} ({ago}) as v{version}. SHA-256 {hash}"
      with={{ ...said, date, ago: <DaysAgo at={lastDrill.endedAt} />, version: lastDrill.version }}
    />
  );
}

const range = (numbers: readonly string[]): string =>
  numbers.length > 1
    ? t("steps {first} to {last}", { first: numbers[0] ?? "", last: numbers.at(-1) ?? "" })
    : t("step {step}", { step: numbers[0] ?? "" });

function PageActions({ view, mayStart }: { view: ProcedureView; mayStart: boolean }) {
  const old = useNewer(view) !== null;
  return (
    <>
      <a
        href={addressOf("GET /api/procedures/{id}/paper", { id: view.id, zone: useZone() })}
        target="_blank"
        rel="noreferrer"
        className={buttonClass({})}
      >
        <Printer aria-hidden />
        {t("Open to print")}
      </a>
      <a
        href={addressOf("GET /api/procedures/{id}/document", { id: view.id })}
        download={`${view.key}-v${view.version}.yaml`}
        className={buttonClass({})}
      >
        <Download aria-hidden />
        {t("Download YAML")}
      </a>
      {mayStart && (
        <ButtonLink
          href={`/new-run?procedure=${view.id}`}
          look={old ? "normal" : "primary"}
          icon={<Play aria-hidden />}
        >
          {old ? t("Start a run of v{version}", { version: view.version }) : t("Start a run")}
        </ButtonLink>
      )}
    </>
  );
}
