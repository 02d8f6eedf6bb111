"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { memo, useDeferredValue, useState } from "react";
import { RunBoard } from "#components/runs/run-board.tsx";
import type { RunDesk } from "#components/runs/run-desk.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { readRunFilter } from "#lib/client/run/run-filter.ts";
import { pastQuery, procedureQuery, runQuery } from "#lib/client/run/run-queries.ts";
import { useLiveRun } from "#lib/client/run/use-run.ts";
import type { Person } from "#lib/domain/actor.ts";
import type { PastDurations } from "#lib/domain/forecast.ts";
import { t } from "#lib/words/t.ts";

const NOTHING_KNOWN: PastDurations = {};

const Board = memo(RunBoard);

type RunScreenProps = {
  runId: string;
  procedureId: string;
  instructions: RunDesk["instructions"];
  person: Person;
};

/** A run as it happens. What the server sent with the page is in the cache already. */
export function RunScreen({ runId, procedureId, instructions, person }: RunScreenProps) {
  const live = useLiveRun(runId);
  const said = useSearchParams();
  const [filterAtFirst] = useState(() => readRunFilter(Object.fromEntries(said)));
  const { data } = useQuery(runQuery(runId));
  // What an event changes is drawn in slices, between which a press is heard.
  const view = useDeferredValue(data);
  const { data: version } = useQuery(procedureQuery(procedureId));
  const { data: past } = useQuery({
    ...pastQuery(procedureId, data?.run.startedAt),
    placeholderData: keepPreviousData,
  });
  if (!view || !version) return <Loading />;
  return (
    <Board
      run={view.run}
      procedure={version.document}
      instructions={instructions}
      past={past?.durations ?? NOTHING_KNOWN}
      version={version}
      person={person}
      live={live}
      filterAtFirst={filterAtFirst}
    />
  );
}

function Loading() {
  return (
    <main id="main" className="grid max-w-160 gap-4 p-4">
      <Skeleton lines={4} label={t("Loading the run")} />
    </main>
  );
}
