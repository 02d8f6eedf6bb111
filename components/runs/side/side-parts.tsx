"use client";

import { Readiness } from "#components/checks/readiness.tsx";
import type { StepRow } from "#components/runs/list/step-rows.ts";
import { type RunDesk, RunDeskProvider, useRunDesk } from "#components/runs/run-desk.tsx";
import { Facts } from "#components/runs/side/facts.tsx";
import { NotesAndEvents } from "#components/runs/side/notes-and-events.tsx";
import { RunPack } from "#components/runs/side/run-pack.tsx";
import { RunPeople } from "#components/runs/side/run-people.tsx";
import { SIDE_LINES } from "#components/runs/side/side-lines.ts";
import { Timeline } from "#components/runs/timeline/timeline.tsx";
import { Steady } from "#components/shell/steady.tsx";
import { isThere, later, useLater } from "#components/ui/later.ts";
import { can } from "#lib/domain/grants.ts";
import { isOver } from "#lib/domain/run/read-state.ts";

function RunReadiness() {
  const { run, person, readOnly } = useRunDesk();
  if (isOver(run.status)) return null;
  const mayAsk = can(person.role, "run.operate") && readOnly === null;
  return <Readiness of={{ run: run.id }} request={{ run: run.id }} mayAsk={mayAsk} />;
}

const reportBeside = later<object>(() =>
  import("#components/runs/side/report-beside.tsx").then((part) => part.ReportBeside),
);

/** The run that is over has its report beside it. */
function WhenOver() {
  const { run } = useRunDesk();
  const part = useLater(reportBeside, isOver(run.status) && "now");
  return isThere(part) ? <part.Part /> : null;
}

export type SidePartsProps = { desk: RunDesk; rows: readonly StepRow[] };

/** What the side panel holds. */
export function SideParts({ desk, rows }: SidePartsProps) {
  return (
    <Steady of={SIDE_LINES}>
      <RunDeskProvider desk={desk}>
        <WhenOver />
      </RunDeskProvider>
      <Timeline desk={desk} rows={rows} />
      <RunDeskProvider desk={desk}>
        <Facts />
        <RunPeople />
        <NotesAndEvents />
        <RunReadiness />
        <RunPack />
      </RunDeskProvider>
    </Steady>
  );
}
