"use client";

import { Readiness } from "#components/checks/readiness.tsx";
import { Facts } from "#components/runs/facts.tsx";
import { NotesAndEvents } from "#components/runs/notes-and-events.tsx";
import { type RunDesk, RunDeskProvider, useRunDesk } from "#components/runs/run-desk.tsx";
import { RunPack } from "#components/runs/run-pack.tsx";
import { RunPeople } from "#components/runs/run-people.tsx";
import type { StepRow } from "#components/runs/step-rows.ts";
import { Timeline } from "#components/runs/timeline.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { can } from "#lib/domain/grants.ts";
import { isOver } from "#lib/domain/run/read-state.ts";
import { t } from "#lib/words/t.ts";

function RunReadiness() {
  const { run, person, readOnly } = useRunDesk();
  if (isOver(run.status)) return null;
  const mayAsk = can(person.role, "run.operate") && readOnly === null;
  return <Readiness of={{ run: run.id }} request={{ run: run.id }} mayAsk={mayAsk} />;
}

type SidePanelProps = { desk: RunDesk; rows: readonly StepRow[]; hiddenOnPhone: boolean };

/** Timeline, facts, notes and events: beside the steps where there is room, under them elsewhere, a tab on a phone. */
export function SidePanel({ desk, rows, hiddenOnPhone }: SidePanelProps) {
  return (
    <aside
      id="run-side"
      aria-label={t("Timeline, facts, notes and events")}
      className={classNames(
        "grid content-start gap-6 md:max-lg:grid-cols-2 lg:sticky lg:top-30 lg:max-h-[calc(100dvh-8rem)] lg:overflow-y-auto lg:pr-1",
        hiddenOnPhone && "max-md:hidden",
      )}
    >
      <Timeline desk={desk} rows={rows} />
      <RunDeskProvider desk={desk}>
        <Facts />
        <RunPeople />
        <RunReadiness />
        <RunPack />
        <NotesAndEvents />
      </RunDeskProvider>
    </aside>
  );
}
