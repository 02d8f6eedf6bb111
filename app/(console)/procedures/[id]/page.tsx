import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ProcedurePage } from "#components/procedures/procedure-page.tsx";
import { proceduresQuery } from "#lib/client/queries.ts";
import { pastQuery, procedureQuery } from "#lib/client/run-queries.ts";
import { can } from "#lib/domain/grants.ts";
import { AppError } from "#lib/server/errors.ts";
import { EVERYTHING } from "#lib/server/page.ts";
import { readPast } from "#lib/server/procedures/past.ts";
import { listProcedures, readProcedure } from "#lib/server/procedures/read.ts";
import { findDraftSummary, latestVersion } from "#lib/server/procedures/read-draft.ts";
import { read, seeded } from "../../seed.ts";
import { signedIn } from "../../signed-in.ts";

type OneProcedureProps = { params: Promise<{ id: string }> };

/** By id, hash, or the key of a procedure. */
const find = cache(async (reference: string) => {
  await signedIn();
  try {
    return await readProcedure(reference);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: OneProcedureProps): Promise<Metadata> {
  const { title, version } = await find((await params).id);
  return { title: `${title} v${version}` };
}

export default async function OneProcedurePage({ params }: OneProcedureProps) {
  const person = await signedIn();
  const view = await find((await params).id);
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
