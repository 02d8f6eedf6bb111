import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Overview } from "#components/overview/overview.tsx";
import { finishedLately, notOver, watchedRuns } from "#lib/client/active-runs.ts";

import { proceduresQuery, runsQuery, sitesQuery } from "#lib/client/queries.ts";
import { overWith } from "#lib/client/reports-to-sign.ts";
import { pastQuery, procedureQuery, runQuery } from "#lib/client/run-queries.ts";

import { readPast } from "#lib/server/procedures/past.ts";

import { listProcedures, readProcedure } from "#lib/server/procedures/read.ts";
import { listRuns, readRun } from "#lib/server/runs/read.ts";
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
  const procedures = [...new Set(watched.map(({ procedure }) => procedure.id))];
  const seeds = await Promise.all([
    read(runsQuery(notOver), Promise.resolve(unfinished)),
    read(runsQuery(finishedLately), listRuns(finishedLately)),
    read(runsQuery(overWith(person.id)), listRuns(overWith(person.id))),
    read(proceduresQuery(), listProcedures()),
    read(sitesQuery(), listSites()),
    ...watched.map(({ id }) => read(runQuery(id), readRun(id))),
    ...procedures.flatMap((id) => [read(procedureQuery(id), readProcedure(id)), read(pastQuery(id), readPast(id))]),
  ]);
  return (
    <HydrationBoundary state={seeded(seeds)}>
      <Overview person={person} />
    </HydrationBoundary>
  );
}
