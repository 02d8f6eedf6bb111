import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import type { OtherText } from "#components/procedures/as-draft.tsx";
import { ProcedurePage } from "#components/procedures/procedure-page.tsx";
import { proceduresQuery } from "#lib/client/queries.ts";
import { pastQuery, procedureQuery } from "#lib/client/run/run-queries.ts";
import { can } from "#lib/domain/grants.ts";
import { EVERYTHING } from "#lib/server/page.ts";
import { readBrought } from "#lib/server/procedures/bring.ts";
import { readPast } from "#lib/server/procedures/past.ts";
import { listProcedures } from "#lib/server/procedures/read.ts";
import { findDraftSummary } from "#lib/server/procedures/read-draft.ts";
import { read, seeded } from "../../seed.ts";
import { signedIn } from "../../signed-in.ts";
import { versionAt } from "../version-at.ts";

type Version = { hash: string };
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
  const [versions, draft, brought] = await Promise.all([
    listProcedures({ key: view.key, ...EVERYTHING }),
    mayPublish ? findDraftSummary(view.key) : null,
    mayPublish ? readBrought(view.key) : null,
  ]);
  const latest = versions.procedures[0] ?? view;
  const seeds = await Promise.all([
    read(procedureQuery(view.id), Promise.resolve(view)),
    read(pastQuery(view.id), readPast(view.id)),
    read(proceduresQuery({ key: view.key }), Promise.resolve(versions)),
  ]);
  return (
    <HydrationBoundary state={seeded(seeds)}>
      <ProcedurePage
        id={view.id}
        mayStart={can(person.role, "run.command")}
        mayAsk={can(person.role, "run.operate")}
        mayPublish={mayPublish && latest.id === view.id}
        draft={draft}
        other={mayPublish ? otherText(view, latest, brought?.document) : null}
      />
    </HydrationBoundary>
  );
}

/** What may be published instead of what is in force: the older version that is read, or what the product brings along. */
function otherText(view: Version, latest: Version, brought: unknown): OtherText | null {
  if (view.hash !== latest.hash) return "older";
  return brought ? "brought" : null;
}
