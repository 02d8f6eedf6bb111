"use client";

import { Radio, SearchX } from "lucide-react";
import { useState } from "react";
import { GoingFilters } from "#components/overview/going-filters.tsx";
import { RunCard } from "#components/overview/run-card.tsx";
import { RunRow } from "#components/overview/run-row.tsx";
import { usePlaces } from "#components/overview/use-places.ts";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Section } from "#components/ui/section.tsx";
import { Shortened } from "#components/ui/shortened.tsx";
import { everyRun, type GoingRun, matchesFilter, standOf } from "#lib/client/overview/going.ts";
import type { Place } from "#lib/client/overview/going-places.ts";
import type { Wait } from "#lib/client/overview/waits.ts";
import type { SignedIn } from "#lib/contract/people.ts";
import { can } from "#lib/domain/grants.ts";
import { t } from "#lib/words/t.ts";

/** So many have a card each; more are lines, those at risk first, with a filter. */
const FEW = 4;
const MOST_LINES = 8;

type GoingProps = { runs: readonly GoingRun[]; waits: readonly Wait[]; person: SignedIn };

/** How it stands with many runs, before any of them. */
export function GoingSummary({ runs }: { runs: readonly GoingRun[] }) {
  if (runs.length <= FEW) return null;
  const { over, risk, notLookedAt } = standOf(runs);
  const known = { count: runs.length, over, risk };
  return (
    <p className="-mb-4 text-m font-semibold max-md:-mb-3">
      {notLookedAt > 0
        ? t("{count} active runs: {over} over RTO, {risk} at risk. {unknown} of them are not looked at here.", {
            ...known,
            unknown: notLookedAt,
          })
        : t("{count} active runs: {over} over RTO, {risk} at risk.", known)}
    </p>
  );
}

/** The runs that go on: live, then drills. */
export function Going({ runs, waits, person }: GoingProps) {
  const [filter, setFilter] = useState(everyRun);
  const commanded = runs.filter(({ summary }) => summary.commander.id === person.id).map(({ summary }) => summary.id);
  const mine = new Set([...commanded, ...waits.map(({ run }) => run.id)]);
  // A filter that somebody has set, or is writing, does not go with a run that ends.
  const dense = runs.length > FEW || filter !== everyRun;
  const places = usePlaces(runs);
  const shown = dense ? runs.filter((run) => matchesFilter(run, filter, mine)) : runs;
  const live = shown.filter(({ summary }) => summary.mode === "live");
  const drills = shown.filter(({ summary }) => summary.mode === "drill");
  return (
    <>
      {dense && <GoingFilters runs={runs} mine={mine} filter={filter} onFilter={setFilter} />}
      {runs.length > 0 && shown.length === 0 && (
        <EmptyState
          icon={<SearchX aria-hidden />}
          title={t("No run matches the filter")}
          action={<Button onClick={() => setFilter(everyRun)}>{t("Show all runs")}</Button>}
        />
      )}
      {(live.length > 0 || shown.length === runs.length) && (
        <Section title={t("Live now")} note={live.length > 0 && live.length}>
          {live.length === 0 ? (
            <EmptyState
              icon={<Radio aria-hidden />}
              title={t("No run is live")}
              action={
                can(person.role, "run.command") ? (
                  <ButtonLink href="/new-run?mode=drill">{t("Start a drill")}</ButtonLink>
                ) : (
                  <ButtonLink href="/history">{t("History")}</ButtonLink>
                )
              }
            />
          ) : (
            <Runs runs={live} places={dense && places} person={person} />
          )}
        </Section>
      )}
      {drills.length > 0 && (
        <Section title={t("Drills")} note={drills.length}>
          <Runs runs={drills} places={dense && places} person={person} />
        </Section>
      )}
    </>
  );
}

type RunsProps = { runs: readonly GoingRun[]; places: readonly Place[] | false; person: SignedIn };

function Runs({ runs, places, person }: RunsProps) {
  if (!places) {
    return (
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        {runs.map((run) => (
          <RunCard key={run.summary.id} going={run} person={person} />
        ))}
      </div>
    );
  }
  const byId = new Map(runs.map((run) => [run.summary.id, run]));
  const inPlace = (wanted: boolean) =>
    places.flatMap(({ id, atRisk }) => (atRisk === wanted ? (byId.get(id) ?? []) : []));
  const groups = [
    { title: t("At risk or over"), inside: inPlace(true) },
    { title: t("The others"), inside: inPlace(false) },
  ].filter(({ inside }) => inside.length > 0);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {groups.map(({ title, inside }) => (
        <Section key={title} title={title} note={inside.length} level={3}>
          <Shortened items={inside} most={MOST_LINES} moreWords={(count) => t("Show {count} more", { count })}>
            {(shown) => (
              <div data-lines className="rounded border border-line bg-surface">
                {shown.map((run) => (
                  <RunRow key={run.summary.id} going={run} person={person} />
                ))}
              </div>
            )}
          </Shortened>
        </Section>
      ))}
    </div>
  );
}
