"use client";

import { useQuery } from "@tanstack/react-query";
import { MapPin, Pencil, Plus } from "lucide-react";
import { memo, useState } from "react";
import { ShownChecks } from "#components/checks/readiness.tsx";
import { usePollState } from "#components/overview/use-poll-state.ts";
import { Page } from "#components/shell/page.tsx";
import { Time } from "#components/shell/time.tsx";
import { ParameterValue } from "#components/sites/parameter-value.tsx";
import { SiteConnections } from "#components/sites/site-connections.tsx";
import { SiteReadiness } from "#components/sites/site-readiness.tsx";
import { UnmetNeeds } from "#components/sites/unmet-needs.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Words } from "#components/ui/words.tsx";
import { LOOK_AGAIN_MS, readinessQuery, sitesQuery, workersQuery } from "#lib/client/queries.ts";
import { siteChecksQuery } from "#lib/client/sites/checks-query.ts";
import { type SiteNeed, unmetNeeds } from "#lib/client/sites/site-needs.ts";
import { problemsFirst } from "#lib/client/sites/site-readiness.ts";
import { answersFor } from "#lib/client/sites/site-workers.ts";
import { useSiteChecks } from "#lib/client/sites/use-checks.ts";
import type { Site, SiteRounds } from "#lib/contract/sites.ts";
import { t, tn } from "#lib/words/t.ts";

type SitesProps = { needs: readonly SiteNeed[]; mayManage: boolean; mayTest: boolean };

export function Sites({ needs, mayManage, mayTest }: SitesProps) {
  const { data, isPending } = useQuery({ ...sitesQuery(), refetchInterval: LOOK_AGAIN_MS });
  const checked = useQuery(siteChecksQuery()).data;
  const order = useProblemsFirst();
  const connection = usePollState(useQuery(workersQuery()));
  const isEmpty = data?.sites.length === 0;
  const add = mayManage && (
    <ButtonLink href="/sites/new" look={isEmpty ? "primary" : "normal"} icon={<Plus aria-hidden />}>
      {t("Add a site")}
    </ButtonLink>
  );
  return (
    <Page title={t("Sites")} help="sites" connection={connection} actions={!isEmpty && add}>
      <p className="max-w-[80ch] text-fg-2">
        {t(
          "A site is a place. In each run it plays a role, and its parameters fill in the commands of the steps that are done there. A run keeps the parameters it was created with.",
        )}
      </p>
      {isPending && <Skeleton lines={4} label={t("Loading the sites")} />}
      {isEmpty && (
        <EmptyState icon={<MapPin aria-hidden />} title={t("No site yet")} action={add}>
          <p>{t("A switchover needs two: one to leave and one to go to.")}</p>
        </EmptyState>
      )}
      {data && data.sites.length > 0 && (
        <ul className="grid grid-cols-[minmax(0,1fr)] gap-3">
          {sorted(data.sites, order).map((site) => (
            <SiteCard
              key={site.id}
              site={site}
              checked={checked}
              allNeeds={needs}
              mayManage={mayManage}
              mayTest={mayTest}
            />
          ))}
        </ul>
      )}
    </Page>
  );
}

/** As things stood when the page was opened: a card does not move under the hand. */
function useProblemsFirst(): readonly string[] {
  const sites = useQuery(readinessQuery()).data?.sites;
  const workers = useQuery(workersQuery()).data?.workers;
  const [order, setOrder] = useState<readonly string[] | null>(null);
  if (order === null && sites && workers) setOrder(problemsFirst(sites, workers));
  return order ?? [];
}

/** Those that are not in the order come after it. */
function sorted(sites: readonly Site[], order: readonly string[]): Site[] {
  const places = new Map(order.map((id, place) => [id, place]));
  const placeOf = ({ id }: Site) => places.get(id) ?? order.length;
  return sites.toSorted((a, b) => placeOf(a) - placeOf(b));
}

type SiteCardProps = {
  site: Site;
  checked: SiteRounds | undefined;
  allNeeds: readonly SiteNeed[];
  mayManage: boolean;
  mayTest: boolean;
};

/** There may be hundreds: one is drawn anew only where something of it is another. */
const SiteCard = memo(function SiteCard({ site, checked, allNeeds, mayManage, mayTest }: SiteCardProps) {
  const checks = useSiteChecks(site.id, checked);
  const unanswered = useQuery({
    ...workersQuery(),
    select: ({ workers }) => answersFor(workers, site.id).length === 0,
  }).data;
  const needs = unmetNeeds(allNeeds, site.parameters);
  const parameters = Object.entries(site.parameters);
  return (
    // Whoever has saved it is led here.
    <li id={`site-${site.id}`} tabIndex={-1} className="rounded border border-line bg-surface">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
        <div className="min-w-0 flex-1">
          <h2 className="flex flex-wrap items-center gap-2 text-m font-semibold">
            <span translate="no">{site.name}</span> {site.practice && <Tag>{t("practice")}</Tag>}
          </h2>
          <p className="text-fg-2">
            <Words
              of={site.place ? "{place}, key {key}, changed {at}" : "key {key}, changed {at}"}
              with={{
                place: <span translate="no">{site.place}</span>,
                key: <code className="font-mono text-xs">{site.key}</code>,
                at: <Time at={site.updatedAt} show="dateTime" />,
              }}
            />
          </p>
          <SiteReadiness siteId={site.id} round={checks.round} />
        </div>
        {mayManage && (
          <ButtonLink href={`/sites/${site.id}`} icon={<Pencil aria-hidden />}>
            {t("Edit")}
            <span className="sr-only"> {site.name}</span>
          </ButtonLink>
        )}
      </div>
      <SiteConnections site={site} />
      <div className="border-t border-line px-4 py-3 empty:hidden">
        <ShownChecks
          checks={checks}
          request={{ siteId: site.id }}
          mayAsk={mayTest}
          title={
            <>
              {t("Connections")}
              <span className="sr-only"> {site.name}</span>
            </>
          }
          level={3}
          isSummed
          unanswered={unanswered === true}
        />
      </div>
      {parameters.length > 0 && (
        <details className="border-t border-line bg-sunken px-4">
          <summary className="py-2 font-semibold text-fg-2 touch:py-3">
            {tn("{count} parameter", "{count} parameters", parameters.length)}
          </summary>
          <dl className="grid gap-x-4 gap-y-1.5 pt-1 pb-2 sm:grid-cols-[14rem_minmax(0,1fr)]">
            {parameters.map(([name, value]) => (
              <div key={name} className="contents">
                <dt className="font-mono text-mono wrap-anywhere text-fg-2">{name}</dt>
                <dd className="min-w-0 max-sm:mb-1">
                  <ParameterValue value={value} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {(parameters.length === 0 || needs.length > 0) && (
        <div className="grid gap-2 border-t border-line px-4 py-3">
          {parameters.length === 0 && <p className="text-fg-2">{t("No parameters.")}</p>}
          <UnmetNeeds needs={needs} />
        </div>
      )}
    </li>
  );
});
