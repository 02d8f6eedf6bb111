"use client";

import { Download } from "lucide-react";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { useZone } from "#components/shell/zone.tsx";
import { Button } from "#components/ui/button.tsx";
import { addressOf } from "#lib/client/api.ts";
import { useKeptAddress } from "#lib/client/use-kept-address.ts";
import { useSavePack } from "#lib/client/use-save-pack.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { t } from "#lib/words/t.ts";

/** Saves the pack from where a page says that the server does not answer, if this browser keeps one. */
export function SaveKept() {
  const { run, person } = useRunDesk();
  const address = addressOf("GET /api/runs/{id}/pack", { id: run.id, zone: useZone() });
  const { save, said } = useSavePack({ label: runLabel(run.number), address, reader: person.id });
  if (useKeptAddress() === null) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      {said}
      <Button icon={<Download aria-hidden />} onClick={save}>
        {t("Save the run pack")}
      </Button>
    </div>
  );
}
