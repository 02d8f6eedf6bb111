"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { RunTable } from "#components/history/run-table.tsx";
import { Drafts } from "#components/overview/drafts.tsx";
import { FirstUse } from "#components/overview/first-use.tsx";
import { Going, GoingSummary } from "#components/overview/going.tsx";
import { OverviewKeys } from "#components/overview/overview-keys.tsx";
import { ReportsToSign } from "#components/overview/reports-to-sign.tsx";
import { useActiveRuns } from "#components/overview/use-active-runs.ts";
import { usePast } from "#components/overview/use-past.ts";
import { usePollState } from "#components/overview/use-poll-state.ts";
import { WaitingForYou } from "#components/overview/waiting-for-you.tsx";
import { useUnseen, WaitsAbove } from "#components/overview/waits-above.tsx";
import { waitsOf } from "#components/overview/waits-of.ts";
import { ProcedureList } from "#components/procedures/procedure-list.tsx";
import { LINES } from "#components/shell/lines.ts";
import { Page } from "#components/shell/page.tsx";
import { KnownTime, useServerNow } from "#components/shell/server-time.tsx";
import { Steady } from "#components/shell/steady.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Link } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { Words } from "#components/ui/words.tsx";
import { finishedLately, unwatchedOf } from "#lib/client/overview/active-runs.ts";
import { goingRun } from "#lib/client/overview/going.ts";
import { proceduresQuery, runsQuery, sitesQuery } from "#lib/client/queries.ts";
import type { SignedIn } from "#lib/contract/people.ts";
import { can } from "#lib/domain/grants.ts";
import { t } from "#lib/words/t.ts";

const EVERY_MS = 3_000;

/** What is going on, and what waits for me? */
export function Overview({ person }: { person: SignedIn }) {
  const [all, setAll] = useState(false);
  const { list, active, read, more, awaited } = useActiveRuns(EVERY_MS, all);
  const waits = waitsOf(active, person);
  const pastOf = usePast(active);
  const finished = useQuery({ ...runsQuery(finishedLately), refetchInterval: EVERY_MS });
  const mayStart = can(person.role, "run.command");
  const connection = usePollState(list);
  const heardAt = connection && connection.state !== "live" ? new Date(connection.lastUpdateAt).getTime() : null;
  const nowMs = useServerNow();
  const going = active
    .filter(({ summary }) => summary.status !== "draft")
    .map((run) => goingRun(run, pastOf(run), nowMs, Math.min(nowMs, heardAt ?? nowMs)));
  const drafts = active.filter(({ summary }) => summary.status === "draft");
  const hasPractice = useHasPractice();
  const hasProcedure = useQuery(proceduresQuery()).data?.procedures.length !== 0;
  const [waitsAway, setWaitsAway] = useState<boolean | null>(null);
  const nothingYet = list.data?.runs.length === 0 && finished.data?.runs.length === 0;
  return (
    <Page
      title={t("Overview")}
      help="overview"
      connection={connection}
      actions={
        mayStart &&
        hasProcedure && (
          <ButtonLink
            href="/new-run"
            data-shortcut="new"
            aria-keyshortcuts="n"
            look="primary"
            icon={<Plus aria-hidden />}
          >
            {t("New run")}
          </ButtonLink>
        )
      }
      foot={<WaitsAbove unseen={useUnseen(waits, waitsAway)} />}
    >
      <Steady of={LINES}>
        <OverviewKeys />
        {list.isPending && <Skeleton lines={4} label={t("Loading the runs")} />}
        <GoingSummary runs={going} />
        <KnownTime heardAt={heardAt}>
          <WaitingForYou
            waits={waits}
            unwatched={unwatchedOf(active)}
            settled={read && !nothingYet}
            onAway={setWaitsAway}
          />
          {nothingYet
            ? hasProcedure && <FirstUse mayStart={mayStart} hasPractice={hasPractice} />
            : list.data && <Going runs={going} waits={waits} person={person} />}
        </KnownTime>
        {(more || awaited) && <MoreOpen onAll={all ? null : () => setAll(true)} awaited={awaited} />}
        <Drafts runs={drafts.map(({ summary }) => summary)} />
        <ReportsToSign person={person} />
        <Section title={t("Procedures")}>
          <ProcedureList role={person.role} />
        </Section>
        {finished.data && finished.data.runs.length > 0 && (
          <Section
            title={t("Finished lately")}
            end={
              <Link href="/history?over=yes" className="text-link underline">
                {t("All of them")}
              </Link>
            }
          >
            <RunTable label={t("Finished lately")} runs={finished.data.runs} />
          </Section>
        )}
      </Steady>
    </Page>
  );
}

type MoreOpenProps = {
  /** Shows them here; null where as many as can be are. */
  onAll: (() => void) | null;
  awaited: boolean;
};

/** The list has an end: whoever looks for an older run must know. */
const MoreOpen = ({ onAll, awaited }: MoreOpenProps) => (
  <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-fg-2">
    {(onAll || awaited) && (
      <Button size="small" pending={awaited && t("Loading the runs")} onClick={() => onAll?.()}>
        {t("Show the older open runs here")}
      </Button>
    )}
    <Words
      of="More runs are open than are shown here. {all}"
      with={{
        all: (
          <Link href="/history?over=no" className="text-link underline">
            {t("All of them in the history")}
          </Link>
        ),
      }}
    />
  </p>
);

function useHasPractice(): boolean {
  return useQuery(sitesQuery()).data?.sites.some(({ practice }) => practice) ?? false;
}
