import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { RunScreen } from "#components/runs/run-screen.tsx";
import { WrittenText } from "#components/ui/written-text.tsx";
import { pageTitle } from "#lib/client/run/run-places.ts";
import { pastQuery, procedureQuery, runQuery } from "#lib/client/run/run-queries.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { readPast } from "#lib/server/procedures/past.ts";
import { readProcedure } from "#lib/server/procedures/read.ts";
import { asActor } from "#lib/server/session.ts";
import { t } from "#lib/words/t.ts";
import { read, seeded } from "../../seed.ts";
import { signedIn } from "../../signed-in.ts";
import { type RunPageProps, runOf } from "./run-of.ts";

export async function generateMetadata({ params }: RunPageProps): Promise<Metadata> {
  await signedIn();
  const { run } = await runOf(params);
  return { title: pageTitle(run) };
}

export default async function RunPage({ params }: RunPageProps) {
  const person = await signedIn();
  const view = await runOf(params);
  const { run, procedure } = view;
  const version = await readProcedure(procedure.id);
  const seeds = await Promise.all([
    read(runQuery(run.id), Promise.resolve(view)),
    read(procedureQuery(procedure.id), Promise.resolve(version)),
    read(pastQuery(procedure.id, run.startedAt), readPast(procedure.id, run.startedAt ?? undefined)),
  ]);
  return (
    <HydrationBoundary state={seeded(seeds)}>
      <p className="hidden border-2 px-2 py-1 print:block">
        {t(
          "Not the whole checklist: this is the page as it stood on the screen. Print again when it has been loaded, or the saved run pack.",
        )}
      </p>
      <RunScreen
        key={run.id}
        runId={run.id}
        procedureId={procedure.id}
        instructions={written(version.document)}
        person={asActor(person)}
      />
    </HydrationBoundary>
  );
}

const written = (procedure: Procedure): Record<string, ReactNode> =>
  Object.fromEntries(
    outline(procedure).steps.flatMap(({ number, instructions }) =>
      instructions ? [[number, <WrittenText key={number}>{instructions}</WrittenText>]] : [],
    ),
  );
