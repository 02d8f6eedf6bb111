import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { NewRun } from "#components/new-run/new-run.tsx";
import { NotAllowed } from "#components/users/not-allowed.tsx";
import { LOOKED_THROUGH, lastBegun, lastUsed } from "#lib/client/new-run/last-run.ts";
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
import { getRun, type RunView } from "#lib/contract/runs.ts";
import { can } from "#lib/domain/grants.ts";
import { modeWord } from "#lib/domain/run/run-words.ts";
import type { Mode } from "#lib/domain/run/state.ts";
import { AppError } from "#lib/server/errors.ts";
import { EVERYTHING } from "#lib/server/page.ts";
import { listPeople, whoMay } from "#lib/server/people/active.ts";
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
        who={await whoMay("run.command")}
        next={{ href: "/procedures", words: t("Read a procedure") }}
      >
        {t("Commanders and administrators start runs. Your role is {role}: ask one of them.", { role: t(person.role) })}
      </NotAllowed>
    );
  }
  const { procedure, mode, sites, back } = await searchParams;
  const [{ procedures }, { runs: live }, { runs: latest }] = await Promise.all([
    listProcedures(),
    listRuns({ mode: "live", limit: LOOKED_THROUGH }),
    listRuns({ limit: LOOKED_THROUGH }),
  ]);
  const undone = back === undefined ? null : await runToUndo(back);
  const isLost = back !== undefined && undone === null;
  const wanted = procedure ?? procedures.find(({ key }) => key === undone?.procedure.key)?.id;
  const usual = lastUsed(procedures, modeOf(mode), { live, latest }) ?? procedures[0];
  const chosen = isLost ? null : await chosenProcedure(typeof wanted === "string" ? wanted : usual?.id);
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
        key={chosen ? "chosen" : "none"}
        procedureId={chosen?.id ?? null}
        unknown={isLost ? "run" : typeof wanted === "string" && chosen === null ? "procedure" : null}
        opening={{
          mode: mode === undefined && undone ? undone.run.mode : modeOf(mode),
          practice: sites === "practice",
          ...(undone && { back: undone.run }),
        }}
        person={person}
      />
    </HydrationBoundary>
  );
}

async function lastRun(procedure: string): Promise<RunView | null> {
  const { runs } = await listRuns({ procedure, limit: LOOKED_THROUGH });
  const last = lastBegun(runs);
  return last ? readRun(last.id) : null;
}

/** The run whose switchback is wanted. */
async function runToUndo(reference: string | string[]): Promise<RunView | null> {
  const asked = getRun.params.safeParse({ id: reference });
  if (!asked.success) return null;
  try {
    return await readRun(asked.data.id);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}

/** What an old address names may be unknown here. */
async function chosenProcedure(reference: string | undefined) {
  if (!reference) return null;
  try {
    return await readProcedure(reference);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}
