import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { ReportPage } from "#components/report/report-page.tsx";
import { reportQuery } from "#lib/client/queries.ts";
import { runName } from "#lib/client/run/run-name.ts";
import { readReport } from "#lib/server/report/report.ts";
import { asActor } from "#lib/server/session.ts";
import { t } from "#lib/words/t.ts";
import { read, seeded } from "../../../seed.ts";
import { signedIn } from "../../../signed-in.ts";
import { type RunPageProps, runOf } from "../run-of.ts";

export async function generateMetadata({ params }: RunPageProps): Promise<Metadata> {
  await signedIn();
  const { run } = await runOf(params);
  return { title: t("{run}, report", { run: runName(run) }) };
}

export default async function ReportOfRunPage({ params }: RunPageProps) {
  const person = await signedIn();
  const { run, procedure } = await runOf(params);
  const { mode, number, sites, commander, people } = run;
  const seeds = [await read(reportQuery(run.id), readReport(run.id))];
  return (
    <HydrationBoundary state={seeded(seeds)}>
      <ReportPage
        runId={run.id}
        run={{ mode, number, sites, commander, people }}
        procedure={procedure}
        person={asActor(person)}
      />
    </HydrationBoundary>
  );
}
