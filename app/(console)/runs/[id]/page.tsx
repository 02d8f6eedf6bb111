import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { RunScreen } from "#components/runs/run-screen.tsx";
import { procedureQuery, runQuery } from "#lib/client/queries.ts";
import { pageTitle } from "#lib/client/run-places.ts";
import { getRun, type RunView } from "#lib/contract/runs.ts";
import { AppError } from "#lib/server/errors.ts";
import { readProcedure } from "#lib/server/procedures/read.ts";
import { readRun } from "#lib/server/runs/read.ts";
import { asActor } from "#lib/server/session.ts";
import { read, seeded } from "../../seed.ts";
import { signedIn } from "../../signed-in.ts";

type RunPageProps = { params: Promise<{ id: string }> };

/** One reading for title and page. */
const runAt = cache(async (reference: string): Promise<RunView> => {
  if (!getRun.params.safeParse({ id: reference }).success) notFound();
  try {
    return await readRun(reference);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: RunPageProps): Promise<Metadata> {
  await signedIn();
  const { id } = await params;
  const { run } = await runAt(decodeURIComponent(id));
  return { title: pageTitle(run) };
}

export default async function RunPage({ params }: RunPageProps) {
  const person = await signedIn();
  const { id } = await params;
  const view = await runAt(decodeURIComponent(id));
  const { run, procedure } = view;
  const seeds = await Promise.all([
    read(runQuery(run.id), Promise.resolve(view)),
    read(procedureQuery(procedure.id), readProcedure(procedure.id)),
  ]);
  return (
    <HydrationBoundary state={seeded(seeds)}>
      <RunScreen key={run.id} runId={run.id} procedureId={procedure.id} person={asActor(person)} />
    </HydrationBoundary>
  );
}
