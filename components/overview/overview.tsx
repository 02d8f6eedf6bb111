"use client";

import { useQuery } from "@tanstack/react-query";
import { LogIn, Plus, Radio } from "lucide-react";
import Link from "next/link";
import { LoadFailure } from "#components/history/load-failure.tsx";
import { RunTable } from "#components/history/run-table.tsx";
import { Drafts } from "#components/overview/drafts.tsx";
import { FirstUse } from "#components/overview/first-use.tsx";
import { ProcedureTable } from "#components/overview/procedure-table.tsx";
import { RunCard } from "#components/overview/run-card.tsx";
import { type ActiveRun, useActiveRuns } from "#components/overview/use-active-runs.ts";
import { usePollState } from "#components/overview/use-poll-state.ts";
import { useWaits } from "#components/overview/use-waits.ts";
import { WaitingForYou } from "#components/overview/waiting-for-you.tsx";
import { Page } from "#components/shell/page.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Section } from "#components/ui/section.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { finishedLately, unwatchedCount } from "#lib/client/active-runs.ts";
import { ApiError } from "#lib/client/api-error.ts";
import { proceduresQuery, runsQuery, sitesQuery } from "#lib/client/queries.ts";
import type { SignedIn } from "#lib/contract/people.ts";
import { can } from "#lib/domain/grants.ts";

const EVERY_MS = 3_000;

/** What is going on, and what waits for me? */
export function Overview({ person }: { person: SignedIn }) {
  const { list, active } = useActiveRuns(EVERY_MS);
  const waits = useWaits(person);
  const finished = useQuery({ ...runsQuery(finishedLately), refetchInterval: EVERY_MS });
  const mayStart = can(person.role, "run.command");
  const going = active.filter(({ summary }) => summary.status !== "draft");
  const drafts = active.filter(({ summary }) => summary.status === "draft");
  const hasPractice = useHasPractice();
  const nothingYet = list.data?.runs.length === 0 && finished.data?.runs.length === 0;
  return (
    <Page
      title="Overview"
      connection={usePollState(list)}
      actions={
        mayStart && (
          <ButtonLink href="/new-run" look="primary" icon={<Plus aria-hidden />}>
            New run
          </ButtonLink>
        )
      }
    >
      <SignedOut error={list.error} />
      {list.isError && !list.data && (
        <LoadFailure what="The runs" error={list.error} retry={() => void list.refetch()} />
      )}
      {list.isPending && <Skeleton lines={4} label="Loading the runs" />}
      <WaitingForYou waits={waits} unwatched={unwatchedCount(active)} />
      {nothingYet ? (
        <FirstUse mayStart={mayStart} hasPractice={hasPractice} />
      ) : (
        list.data && <Going going={going} person={person} />
      )}
      <Drafts runs={drafts.map(({ summary }) => summary)} />
      <Procedures mayStart={mayStart} />
      {finished.data && finished.data.runs.length > 0 && (
        <Section
          title="Finished lately"
          end={
            <Link href="/history?over=yes" className="text-link underline">
              All of them
            </Link>
          }
        >
          <RunTable label="Finished lately" runs={finished.data.runs} />
        </Section>
      )}
    </Page>
  );
}

/** What is shown stays, and grows old: the session has ended. */
function SignedOut({ error }: { error: unknown }) {
  if (!(error instanceof ApiError) || error.problem.code !== "unauthenticated") return null;
  return (
    <Alert
      tone="bad"
      icon={<LogIn aria-hidden />}
      title="You are signed out."
      live="assertive"
      action={<ButtonLink href="/sign-in">Sign in</ButtonLink>}
    >
      What stands here may have changed since.
    </Alert>
  );
}

function useHasPractice(): boolean {
  return useQuery(sitesQuery()).data?.sites.some(({ practice }) => practice) ?? false;
}

function Going({ going, person }: { going: readonly ActiveRun[]; person: SignedIn }) {
  const live = going.filter(({ summary }) => summary.mode === "live");
  const drills = going.filter(({ summary }) => summary.mode === "drill");
  return (
    <>
      <Section title="Live now">
        {live.length === 0 ? (
          <EmptyState icon={<Radio aria-hidden />} title="No run is live" />
        ) : (
          <Cards runs={live} person={person} />
        )}
      </Section>
      {drills.length > 0 && (
        <Section title="Drills">
          <Cards runs={drills} person={person} />
        </Section>
      )}
    </>
  );
}

function Cards({ runs, person }: { runs: readonly ActiveRun[]; person: SignedIn }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {runs.map((active) => (
        <RunCard key={active.summary.id} active={active} person={person} />
      ))}
    </div>
  );
}

function Procedures({ mayStart }: { mayStart: boolean }) {
  const { data, isPending, isError, error, refetch } = useQuery(proceduresQuery());
  return (
    <Section title="Procedures">
      {isPending && <Skeleton label="Loading the procedures" />}
      {isError && !data && <LoadFailure what="The procedures" error={error} retry={() => void refetch()} />}
      {data && <ProcedureTable procedures={data.procedures} mayStart={mayStart} />}
    </Section>
  );
}
