"use client";

import { Readiness } from "#components/checks/readiness.tsx";
import { Facts } from "#components/runs/facts.tsx";
import { NotesAndEvents } from "#components/runs/notes-and-events.tsx";
import { type RunDesk, RunDeskProvider, useRunDesk } from "#components/runs/run-desk.tsx";
import { RunPack } from "#components/runs/run-pack.tsx";
import { RunPeople } from "#components/runs/run-people.tsx";
import type { StepRow } from "#components/runs/step-rows.ts";
import { Timeline } from "#components/runs/timeline.tsx";
import { can } from "#lib/domain/grants.ts";
import { isOver } from "#lib/domain/run/read-state.ts";

function RunReadiness() {
  const { run, person, readOnly } = useRunDesk();
  if (isOver(run.status)) return null;
  const mayAsk = can(person.role, "run.operate") && readOnly === null;
  return <Readiness of={{ run: run.id }} request={{ run: run.id }} mayAsk={mayAsk} />;
}

export type SidePartsProps = { desk: RunDesk; rows: readonly StepRow[] };

/** What the side panel holds. */
export function SideParts({ desk, rows }: SidePartsProps) {
  return (
    <>
      <Timeline desk={desk} rows={rows} />
      <RunDeskProvider desk={desk}>
        <Facts />
        <RunPeople />
        <RunReadiness />
        <RunPack />
        <NotesAndEvents />
      </RunDeskProvider>
    </>
  );
}
