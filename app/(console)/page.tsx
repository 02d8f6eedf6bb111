import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Overview } from "#components/overview/overview.tsx";
import { finishedLately, notOver, watchedRuns } from "#lib/client/overview/active-runs.ts";
import { proceduresQuery, runsQuery, runsToSignQuery, sitesQuery } from "#lib/client/queries.ts";
import { pastQuery, procedureQuery, runQuery } from "#lib/client/run/run-queries.ts";
import { can } from "#lib/domain/grants.ts";
import { readPast } from "#lib/server/procedures/past.ts";
import { listProcedures, readProcedures } from "#lib/server/procedures/read.ts";
import { listRuns, readRuns } from "#lib/server/runs/read.ts";
import { runsToSign } from "#lib/server/runs/to-sign.ts";
import { listSites } from "#lib/server/sites/sites.ts";
import { t } from "#lib/words/t.ts";
import { read, seeded } from "./seed.ts";
import { signedIn } from "./signed-in.ts";

export function generateMetadata(): Metadata {
  return { title: t("Overview") };
}

export default async function OverviewPage() {
  const person = await signedIn();
  const unfinished = await listRuns({ ...notOver, limit: 50 });
  const watched = watchedRuns(unfinished.runs);
  const versions = [...new Set(watched.map(({ procedure }) => procedure.id))];
  const [views, procedures] = await Promise.all([readRuns(watched.map(({ id }) => id)), readProcedures(versions)]);
  const seeds = await Promise.all([
    read(runsQuery(notOver), Promise.resolve(unfinished)),
    read(runsQuery(finishedLately), listRuns(finishedLately)),
    ...(can(person.role, "run.review") ? [read(runsToSignQuery(), runsToSign(person.id))] : []),
    read(proceduresQuery(), listProcedures()),
    read(sitesQuery(), listSites()),
    ...views.map((view) => read(runQuery(view.run.id), Promise.resolve(view))),
    ...procedures.map((view) => read(procedureQuery(view.id), Promise.resolve(view))),
    ...versions.map((id) => read(pastQuery(id), readPast(id))),
  ]);
  return (
    <HydrationBoundary state={seeded(seeds)}>
      <Overview person={person} />
    </HydrationBoundary>
  );
}
