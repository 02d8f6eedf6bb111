import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { NewRun } from "#components/new-run/new-run.tsx";
import { NotAllowed } from "#components/users/not-allowed.tsx";
import { LOOKED_THROUGH, lastBegun } from "#lib/client/new-run/last-run.ts";
import { notOver } from "#lib/client/overview/active-runs.ts";
import {
  lastRunQuery,
  peopleQuery,
  proceduresQuery,
  runsQuery,
  sitesQuery,
  workersQuery,
} from "#lib/client/queries.ts";
import { pastQuery, procedureQuery } from "#lib/client/run/run-queries.ts";
import type { ProcedureSummary } from "#lib/contract/procedures.ts";
import { getRun, type RunView } from "#lib/contract/runs.ts";
import { can } from "#lib/domain/grants.ts";
import { modeWord } from "#lib/domain/run/run-words.ts";
import type { Mode } from "#lib/domain/run/state.ts";
import { AppError } from "#lib/server/errors.ts";
import { EVERYTHING } from "#lib/server/page.ts";
import { listPeople } from "#lib/server/people/active.ts";
import { readPast } from "#lib/server/procedures/past.ts";
import { listProcedures, readProcedure } from "#lib/server/procedures/read.ts";
import { listRuns, readRun } from "#lib/server/runs/read.ts";
import { listSites } from "#lib/server/sites/sites.ts";
import { listWorkers } from "#lib/server/workers/list.ts";
import { t } from "#lib/words/t.ts";
import { read, seeded } from "../seed.ts";
import { signedIn } from "../signed-in.ts";

type NewRunPageProps = {
  searchParams: Promise<Partial<Record<"procedure" | "mode" | "sites" | "back", string | string[]>>>;
};

export async function generateMetadata({ searchParams }: NewRunPageProps): Promise<Metadata> {
  return { title: t("{mode}: new run", { mode: modeWord(modeOf((await searchParams).mode)) }) };
}

const modeOf = (mode: string | string[] | undefined): Mode => (mode === "drill" ? "drill" : "live");

export default async function NewRunPage({ searchParams }: NewRunPageProps) {
  const person = await signedIn();
  if (!can(person.role, "run.command")) {
    return (
      <NotAllowed
        page={t("New run")}
        title={t("You may read, not start")}
        next={{ href: "/procedures", words: t("Read a procedure") }}
      >
        {t("Commanders and administrators start runs. Your role is {role}: ask one of them.", { role: t(person.role) })}
      </NotAllowed>
    );
  }
  const { procedure, mode, sites, back } = await searchParams;
  const { procedures } = await listProcedures();
  const undone = typeof back === "string" ? await runToUndo(back) : null;
  const wanted = undone ? procedures.find(({ key }) => key === undone.procedure.key)?.id : procedure;
  const chosen = await chosenProcedure(
    typeof wanted === "string" ? wanted : ((await lastUsed(procedures)) ?? procedures[0])?.id,
  );
  const seeds = await Promise.all([
    read(proceduresQuery(), Promise.resolve({ procedures })),
    read(sitesQuery(), listSites()),
    read(runsQuery(notOver), listRuns({ ...notOver, limit: 50 })),
    read(peopleQuery(), listPeople(EVERYTHING)),
    read(workersQuery(), listWorkers()),
    ...(chosen
      ? [
          read(procedureQuery(chosen.id), Promise.resolve(chosen)),
          read(lastRunQuery(chosen.key), lastRun(chosen.key)),
          read(pastQuery(chosen.id), readPast(chosen.id)),
        ]
      : []),
  ]);
  return (
    <HydrationBoundary state={seeded(seeds)}>
      <NewRun
        procedureId={chosen?.id ?? null}
        opening={{
          mode: undone?.run.mode ?? modeOf(mode),
          practice: sites === "practice",
          ...(undone && { back: undone.run }),
        }}
        person={person}
      />
    </HydrationBoundary>
  );
}

/** In a disaster nobody looks for the procedure: it is the one that was run last. */
async function lastUsed(procedures: readonly ProcedureSummary[]): Promise<ProcedureSummary | undefined> {
  const { runs } = await listRuns({ limit: 1 });
  return procedures.find(({ key }) => key === runs[0]?.procedure.key);
}

async function lastRun(procedure: string): Promise<RunView | null> {
  const { runs } = await listRuns({ procedure, limit: LOOKED_THROUGH });
  const last = lastBegun(runs);
  return last ? readRun(last.id) : null;
}

/** The run whose switchback is wanted; an address that names none starts without. */
async function runToUndo(reference: string): Promise<RunView | null> {
  if (!getRun.params.safeParse({ id: reference }).success) return null;
  try {
    return await readRun(reference);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
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
