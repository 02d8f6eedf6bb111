import { HydrationBoundary } from "@tanstack/react-query";
import { Lock } from "lucide-react";
import type { Metadata } from "next";
import { NewRun } from "#components/new-run/new-run.tsx";
import { Page } from "#components/shell/page.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { notOver } from "#lib/client/active-runs.ts";
import { procedureQuery, proceduresQuery, runsQuery, sitesQuery } from "#lib/client/queries.ts";
import { can } from "#lib/domain/roles.ts";
import { AppError } from "#lib/server/errors.ts";
import { listProcedures, readProcedure } from "#lib/server/procedures/read.ts";
import { listRuns } from "#lib/server/runs/read.ts";
import { listSites } from "#lib/server/sites/sites.ts";
import { read, seeded } from "../seed.ts";
import { signedIn } from "../signed-in.ts";

export const metadata: Metadata = { title: "New run" };

type NewRunPageProps = { searchParams: Promise<{ procedure?: string | string[]; mode?: string | string[] }> };

export default async function NewRunPage({ searchParams }: NewRunPageProps) {
  const person = await signedIn();
  if (!can(person.role, "run.command")) return <MayNotStart role={person.role} />;
  const { procedure, mode } = await searchParams;
  const { procedures } = await listProcedures({});
  const chosen = await chosenProcedure(typeof procedure === "string" ? procedure : procedures[0]?.id);
  const seeds = await Promise.all([
    read(proceduresQuery(), Promise.resolve({ procedures })),
    read(sitesQuery(), listSites()),
    read(runsQuery(notOver), listRuns({ ...notOver, limit: 50 })),
    ...(chosen ? [read(procedureQuery(chosen.id), Promise.resolve(chosen))] : []),
  ]);
  return (
    <HydrationBoundary state={seeded(seeds)}>
      <NewRun procedureId={chosen?.id ?? null} mode={mode === "drill" ? "drill" : "live"} person={person} />
    </HydrationBoundary>
  );
}

/** What an old address names may be unknown here: then the page starts without it. */
async function chosenProcedure(reference: string | undefined) {
  if (!reference) return null;
  try {
    return await readProcedure(reference);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}

function MayNotStart({ role }: { role: string }) {
  return (
    <Page title="New run">
      <EmptyState
        icon={<Lock aria-hidden />}
        title="You may read, not start"
        action={<ButtonLink href="/procedures">Read a procedure</ButtonLink>}
      >
        <p>Commanders and administrators start runs. You are {role}: ask one of them.</p>
      </EmptyState>
    </Page>
  );
}
