"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ArrowLeft, ArrowRight, ChevronsLeft, History as HistoryIcon, SearchX } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, startTransition, useOptimistic } from "react";
import { HistoryFilters } from "#components/history/history-filters.tsx";
import { RunTable } from "#components/history/run-table.tsx";
import { SavedFilters } from "#components/history/saved-filters.tsx";
import { usePollState } from "#components/overview/use-poll-state.ts";
import { uploadLink } from "#components/procedures/procedure-list.tsx";
import { LINES } from "#components/shell/lines.ts";
import { Page } from "#components/shell/page.tsx";
import { Steady } from "#components/shell/steady.tsx";
import { Actions } from "#components/ui/actions.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import {
  type HistoryView,
  historyAddress,
  isFiltered,
  newerPage,
  newestPage,
  olderPage,
} from "#lib/client/history/history-address.ts";
import { peopleQuery, proceduresQuery, runsQuery, sitesQuery } from "#lib/client/queries.ts";
import type { RunFilter } from "#lib/contract/runs.ts";
import { can } from "#lib/domain/grants.ts";
import type { Role } from "#lib/domain/roles.ts";
import { t } from "#lib/words/t.ts";

const EVERY_MS = 8_000;

export function History({ view, role }: { view: HistoryView; role: Role }) {
  const router = useRouter();
  const { filter, after } = view;
  const runs = useQuery({
    ...runsQuery({ ...filter, after }),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MS,
  });
  const procedures = useQuery(proceduresQuery());
  const sites = useQuery(sitesQuery());
  const people = useQuery(peopleQuery());
  // What is chosen next adds to what is chosen already, also while the server has not answered that yet.
  const [asked, ask] = useOptimistic(filter);
  const show = (chosen: RunFilter) =>
    startTransition(() => {
      ask(chosen);
      router.push(historyAddress(newestPage(chosen)), { scroll: false });
    });
  return (
    <Page
      title={t("History")}
      help="history"
      connection={usePollState(runs)}
      actions={<ButtonLink href="/history/compare">{t("Compare two runs")}</ButtonLink>}
    >
      <HistoryFilters
        filter={asked}
        procedures={procedures.data?.procedures ?? []}
        sites={sites.data?.sites ?? []}
        people={people.data?.people ?? []}
        onChange={show}
      />
      <SavedFilters filter={filter} isEmpty={runs.data?.runs.length === 0} />
      {runs.isPending && <Skeleton lines={6} label={t("Loading the history")} />}
      {runs.data?.runs.length === 0 && (
        <NoRuns
          view={view}
          action={procedures.data?.procedures.length === 0 ? uploadLink(role, "primary") : firstRun(role)}
          onClear={() => show({})}
        />
      )}
      {runs.data && runs.data.runs.length > 0 && (
        <div aria-busy={runs.isPlaceholderData || undefined} className="grid gap-3">
          <Steady of={LINES}>
            <RunTable label={t("Runs, the latest first")} runs={runs.data.runs} />
          </Steady>
          <Pages view={view} next={runs.data.next} />
        </div>
      )}
    </Page>
  );
}

function Pages({ view, next }: { view: HistoryView; next: string | null }) {
  if (!view.after && !next) return <p className="text-fg-3">{t("That is all.")}</p>;
  return (
    <nav aria-label={t("Pages")}>
      <Actions>
        {view.after && (
          <>
            <ButtonLink href={historyAddress(newestPage(view.filter))} icon={<ChevronsLeft aria-hidden />}>
              {t("Newest")}
            </ButtonLink>
            <ButtonLink href={historyAddress(newerPage(view))} icon={<ArrowLeft aria-hidden />}>
              {t("Newer")}
            </ButtonLink>
          </>
        )}
        {next ? (
          <ButtonLink href={historyAddress(olderPage(view, next))}>
            {t("Older")} <ArrowRight aria-hidden />
          </ButtonLink>
        ) : (
          <span className="text-fg-3">{t("These are the oldest.")}</span>
        )}
      </Actions>
    </nav>
  );
}

const firstRun = (role: Role) =>
  can(role, "run.command") ? (
    <ButtonLink href="/new-run?mode=drill" look="primary">
      {t("Start a drill")}
    </ButtonLink>
  ) : (
    <ButtonLink href="/procedures">{t("Read a procedure")}</ButtonLink>
  );

function NoRuns({ view, action, onClear }: { view: HistoryView; action: ReactNode; onClear: () => void }) {
  if (isFiltered(view.filter) || view.after) {
    return (
      <EmptyState
        icon={<SearchX aria-hidden />}
        title={t("No run matches")}
        action={<Button onClick={onClear}>{t("Clear the filters")}</Button>}
      >
        <p>{t("Nothing was deleted: runs stay here for ever.")}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<HistoryIcon aria-hidden />} title={t("No run yet")} action={action}>
      <p>{t("Every run stays here with its log, live or drill.")}</p>
    </EmptyState>
  );
}
