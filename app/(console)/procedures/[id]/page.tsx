import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { ProcedurePage } from "#components/procedures/procedure-page.tsx";
import { proceduresQuery } from "#lib/client/queries.ts";
import { pastQuery, procedureQuery } from "#lib/client/run/run-queries.ts";
import { can } from "#lib/domain/grants.ts";
import { EVERYTHING } from "#lib/server/page.ts";
import { readPast } from "#lib/server/procedures/past.ts";
import { listProcedures } from "#lib/server/procedures/read.ts";
import { findDraftSummary, latestVersion } from "#lib/server/procedures/read-draft.ts";
import { read, seeded } from "../../seed.ts";
import { signedIn } from "../../signed-in.ts";
import { versionAt } from "../version-at.ts";

type OneProcedureProps = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: OneProcedureProps): Promise<Metadata> {
  await signedIn();
  const { title, version } = await versionAt((await params).id);
  return { title: `${title} v${version}` };
}

export default async function OneProcedurePage({ params }: OneProcedureProps) {
  const person = await signedIn();
  const view = await versionAt((await params).id);
  const mayPublish = can(person.role, "procedure.publish");
  const [latest, draft] = await Promise.all([latestVersion(view.key), mayPublish ? findDraftSummary(view.key) : null]);
  const seeds = await Promise.all([
    read(procedureQuery(view.id), Promise.resolve(view)),
    read(pastQuery(view.id), readPast(view.id)),
    read(proceduresQuery({ key: view.key }), listProcedures({ key: view.key, ...EVERYTHING })),
  ]);
  return (
    <HydrationBoundary state={seeded(seeds)}>
      <ProcedurePage
        id={view.id}
        mayStart={can(person.role, "run.command")}
        mayAsk={can(person.role, "run.operate")}
        mayPublish={mayPublish && latest?.id === view.id}
        draft={draft}
      />
    </HydrationBoundary>
  );
}
