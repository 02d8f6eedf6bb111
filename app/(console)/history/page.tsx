import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { History } from "#components/history/history.tsx";
import { readHistoryAddress, type SearchParams } from "#lib/client/history/history-address.ts";
import { peopleQuery, proceduresQuery, runsQuery, savedFiltersQuery, sitesQuery } from "#lib/client/queries.ts";
import { EVERYTHING } from "#lib/server/page.ts";
import { listPeople } from "#lib/server/people/active.ts";
import { listSavedFilters } from "#lib/server/people/saved-filters.ts";
import { listProcedures } from "#lib/server/procedures/read.ts";
import { listRuns } from "#lib/server/runs/read.ts";
import { listSites } from "#lib/server/sites/sites.ts";
import { t } from "#lib/words/t.ts";
import { read, seeded } from "../seed.ts";
import { signedIn } from "../signed-in.ts";

export function generateMetadata(): Metadata {
  return { title: t("History") };
}

const pageSize = 50;

export default async function HistoryPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const person = await signedIn();
  const view = readHistoryAddress(await searchParams);
  const { filter, after } = view;
  const seeds = await Promise.all([
    read(runsQuery({ ...filter, after }), listRuns({ ...filter, after, limit: pageSize })),
    read(proceduresQuery(), listProcedures()),
    read(sitesQuery(), listSites()),
    read(peopleQuery(), listPeople(EVERYTHING)),
    read(savedFiltersQuery(), listSavedFilters(person)),
  ]);
  return (
    <HydrationBoundary state={seeded(seeds)}>
      <History view={view} role={person.role} />
    </HydrationBoundary>
  );
}
