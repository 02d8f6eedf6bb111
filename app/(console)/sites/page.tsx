import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Sites } from "#components/sites/sites.tsx";
import { readinessQuery, sitesQuery, workersQuery } from "#lib/client/queries.ts";
import { siteChecksQuery } from "#lib/client/sites/checks-query.ts";
import { can } from "#lib/domain/grants.ts";
import { listSiteRounds } from "#lib/server/checks/read.ts";
import { listReadiness } from "#lib/server/sites/readiness.ts";
import { listSites } from "#lib/server/sites/sites.ts";
import { listWorkers } from "#lib/server/workers/list.ts";
import { t } from "#lib/words/t.ts";
import { read, seeded } from "../seed.ts";
import { signedIn } from "../signed-in.ts";
import { publishedNeeds } from "./published-needs.ts";

export function generateMetadata(): Metadata {
  return { title: t("Sites") };
}

export default async function SitesPage() {
  const person = await signedIn();
  const [needs, ...seeds] = await Promise.all([
    publishedNeeds(),
    read(sitesQuery(), listSites()),
    read(readinessQuery(), listReadiness()),
    read(siteChecksQuery(), listSiteRounds()),
    read(workersQuery(), listWorkers()),
  ]);
  return (
    <HydrationBoundary state={seeded(seeds)}>
      <Sites needs={needs} mayManage={can(person.role, "site.manage")} mayTest={can(person.role, "run.operate")} />
    </HydrationBoundary>
  );
}
