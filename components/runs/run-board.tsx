"use client";

import { useMemo, useState } from "react";
import { Announcer } from "#components/runs/announcer.tsx";
import type { InFront } from "#components/runs/dialog/run-dialog.tsx";
import { LaterKeys } from "#components/runs/later-keys.tsx";
import { activeSteps, likeliest } from "#components/runs/list/active-steps.ts";
import { SteadyScroll } from "#components/runs/list/steady-scroll.tsx";
import { isClosed, openByThemselves, type StepRow, stepRows } from "#components/runs/list/step-rows.ts";
import { useFollowed } from "#components/runs/list/use-followed.ts";
import { type RunDesk, RunDeskProvider } from "#components/runs/run-desk.tsx";
import { RunLayout } from "#components/runs/run-layout.tsx";
import { runPart } from "#components/runs/run-part.ts";
import { useAskedAddress } from "#components/runs/use-asked-address.ts";
import { useRunView } from "#components/runs/use-run-view.ts";
import { Called } from "#components/ui/called.tsx";
import type { OutputOf } from "#lib/client/output/use-output.ts";
import type { RunFilter } from "#lib/client/run/run-filter.ts";
import { tailedSteps } from "#lib/client/run/tailed-steps.ts";
import type { LiveRun } from "#lib/client/run/use-run.ts";
import type { Person } from "#lib/domain/actor.ts";
import type { PastDurations } from "#lib/domain/forecast.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { digest as digestOf } from "#lib/domain/run/digest.ts";
import { doable } from "#lib/domain/run/doable.ts";
import { isOver } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

const runDialog = runPart("RunDialog");

type RunBoardProps = {
  run: Run;
  procedure: Procedure;
  instructions: RunDesk["instructions"];
  past: PastDurations;
  version: RunDesk["version"];
  person: Person;
  live: LiveRun;
  /** As the address said it when the page came. */
  filterAtFirst: RunFilter;
};

export function RunBoard(props: RunBoardProps) {
  const { run, procedure, instructions, past, version, person, live, filterAtFirst } = props;
  const rows = useMemo(() => stepRows(procedure, run, past), [procedure, run, past]);
  const digest = useMemo(() => {
    const whole = digestOf(procedure, run);
    return { ...whole, waiting: doable(run, whole.waiting) };
  }, [procedure, run]);
  const seen = useRunView(rows, filterAtFirst);
  const { reveal, tab, view } = seen;
  const [inFront, setInFront] = useState<InFront | null>(null);
  const [output, setOutput] = useState<(OutputOf & { line?: number }) | null>(null);
  const [places, setPlaces] = useState<RunDesk["places"]>({});
  useAskedAddress(run.id, { reveal, tab, onOutput: setOutput });
  const readOnly = readOnlyReason(live);
  const heardAt = live.connection.state === "live" ? null : live.connection.lastUpdateAt;
  const drawerOpen = output !== null;
  const desk = useMemo<RunDesk>(
    () => ({
      procedure,
      version,
      run,
      person,
      instructions,
      past,
      readOnly,
      heardAt,
      tailed: tailedSteps(run, drawerOpen),
      reveal,
      ask: (offer, step) => setInFront({ offer, step }),
      explain: (explained) => setInFront({ explained }),
      openOutput: setOutput,
      places,
      choosePlace: (step, role) => setPlaces((before) => ({ ...before, [step]: role })),
    }),
    [procedure, version, run, person, instructions, past, readOnly, heardAt, drawerOpen, reveal, places],
  );
  const active = activeSteps(rows, digest);
  const next = likeliest(active, digest, run, person)?.step.number;
  const open = openByThemselves(rows, run, digest);
  const closed = isOver(run.status) ? noPhase : closedPhases(procedure, rows);
  const followed = useFollowed({ run, rows, person, view, open, closed, active, likeliest: next });
  const current = rows.find(({ step }) => step.number === followed.current);
  return (
    <>
      <RunDeskProvider desk={desk}>
        <Announcer />
      </RunDeskProvider>
      <SteadyScroll turn={followed.turn}>
        <RunLayout
          desk={desk}
          rows={rows}
          digest={digest}
          seen={seen}
          live={live}
          version={version.version}
          open={followed.open}
          settled={followed.settled}
          folded={followed.folded}
          phone={{ active, current, next: current && !active.includes(current) ? next : undefined }}
          output={output}
          onCloseOutput={() => {
            setOutput(null);
            if (location.hash !== "") history.replaceState(null, "", location.pathname + location.search);
          }}
        />
      </SteadyScroll>
      <RunDeskProvider desk={desk}>
        <LaterKeys rows={rows} seen={seen} current={current?.step.number} />
        {inFront && (
          <Called part={runDialog} onClose={() => setInFront(null)}>
            {(Part) => <Part of={inFront} onClose={() => setInFront(null)} />}
          </Called>
        )}
      </RunDeskProvider>
    </>
  );
}

const noPhase: ReadonlySet<number> = new Set();

/** Phases with nothing left to be done. They fold when the page comes, or is left alone: never under somebody's finger. */
const closedPhases = (procedure: Procedure, rows: readonly StepRow[]): Set<number> =>
  new Set(
    procedure.phases.flatMap((_, place) =>
      rows.every(({ phase, shown }) => phase !== place || isClosed(shown)) ? [place] : [],
    ),
  );

function readOnlyReason({ connection, signedOut }: LiveRun): string | null {
  if (signedOut) return t("Read only: you are signed out.");
  return connection.state === "stale" ? t("Read only: the server does not answer.") : null;
}
