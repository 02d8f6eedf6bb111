"use client";

import { Download, Printer } from "lucide-react";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { useZone } from "#components/shell/zone.tsx";
import { buttonClass } from "#components/ui/button-style.ts";
import { Section } from "#components/ui/section.tsx";
import { addressOf } from "#lib/client/api.ts";
import { getRunPack } from "#lib/contract/paper.ts";

/** The run as one file that works without the console: to save, and to print as a checklist. */
export function RunPack() {
  const { run } = useRunDesk();
  const address = addressOf(getRunPack.path, { id: run.id, zone: useZone() });
  return (
    <Section title="Without the network">
      <p className="flex flex-wrap gap-2">
        <a href={address} download className={buttonClass({})}>
          <Download aria-hidden />
          Save the run pack
        </a>
        <a href={address} target="_blank" rel="noreferrer" className={buttonClass({})}>
          <Printer aria-hidden />
          Open it to print
        </a>
      </p>
    </Section>
  );
}
