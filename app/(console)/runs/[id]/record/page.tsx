import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { RecordPage } from "#components/record/record-page.tsx";
import { verificationQuery } from "#lib/client/queries.ts";
import { runName } from "#lib/client/run/run-name.ts";
import { verifyRun } from "#lib/server/record/verify-run.ts";
import { t } from "#lib/words/t.ts";
import { read, seeded } from "../../../seed.ts";
import { signedIn } from "../../../signed-in.ts";
import { type RunPageProps, runOf } from "../run-of.ts";

export async function generateMetadata({ params }: RunPageProps): Promise<Metadata> {
  await signedIn();
  const { run } = await runOf(params);
  return { title: t("{run}, record", { run: runName(run) }) };
}

export default async function RecordOfRunPage({ params }: RunPageProps) {
  await signedIn();
  const { run, procedure } = await runOf(params);
  const seeds = [await read(verificationQuery(run.id), verifyRun(run.id))];
  return (
    <HydrationBoundary state={seeded(seeds)}>
      <RecordPage run={run} procedure={procedure} />
    </HydrationBoundary>
  );
}
