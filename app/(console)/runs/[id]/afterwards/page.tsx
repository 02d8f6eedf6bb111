import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { AfterwardsPage } from "#components/afterwards/afterwards-page.tsx";
import { runName } from "#lib/client/run/run-name.ts";
import { procedureQuery, runQuery } from "#lib/client/run/run-queries.ts";
import { readProcedure } from "#lib/server/procedures/read.ts";
import { asActor } from "#lib/server/session.ts";
import { t } from "#lib/words/t.ts";
import { read, seeded } from "../../../seed.ts";
import { signedIn } from "../../../signed-in.ts";
import { type RunPageProps, runOf } from "../run-of.ts";

export async function generateMetadata({ params }: RunPageProps): Promise<Metadata> {
  await signedIn();
  const { run } = await runOf(params);
  return { title: t("{run}, enter afterwards", { run: runName(run) }) };
}

export default async function AfterwardsOfRunPage({ params }: RunPageProps) {
  const person = await signedIn();
  const view = await runOf(params);
  const { run, procedure } = view;
  const seeds = await Promise.all([
    read(runQuery(run.id), Promise.resolve(view)),
    read(procedureQuery(procedure.id), readProcedure(procedure.id)),
  ]);
  return (
    <HydrationBoundary state={seeded(seeds)}>
      <AfterwardsPage runId={run.id} procedureId={procedure.id} person={asActor(person)} />
    </HydrationBoundary>
  );
}
