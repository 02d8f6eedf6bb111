"use client";

import { Download } from "lucide-react";
import { useSaveRun } from "#components/runs/side/use-save-run.ts";
import { Button } from "#components/ui/button.tsx";
import { t } from "#lib/words/t.ts";

/** Saves the pack from where a page says that the server does not answer. */
export function SaveRun() {
  const { save, said } = useSaveRun();
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      {said}
      <Button icon={<Download aria-hidden />} onClick={save}>
        {t("Save the run pack")}
      </Button>
    </div>
  );
}
