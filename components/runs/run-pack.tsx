"use client";

import { PrintedRun } from "#components/runs/printed-run.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { useZone } from "#components/shell/zone.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { buttonClass } from "#components/ui/button-style.ts";
import { Section } from "#components/ui/section.tsx";
import { addressOf } from "#lib/client/api.ts";
import { afterwardsAddress } from "#lib/client/run-name.ts";
import { useKeptPack } from "#lib/client/use-kept-pack.ts";
import { useSavePack } from "#lib/client/use-save-pack.ts";
import { isGoingOn, runLabel } from "#lib/domain/run/read-state.ts";
import { t } from "#lib/words/t.ts";

/** The run as one file that works without the console: to save, and to print as a checklist. */
export function RunPack() {
  const { run, person } = useRunDesk();
  const address = addressOf("GET /api/runs/{id}/pack", { id: run.id, zone: useZone() });
  const label = runLabel(run.number);
  const pack = { label, address, reader: person.id };
  const kept = useKeptPack(pack, run.seq);
  const { save, said } = useSavePack(pack);
  return (
    <Section title={t("Without the network")}>
      <PrintedRun />
      <p className="flex flex-wrap gap-2">
        <a
          href={address}
          download
          data-shortcut="pack"
          onClick={(event) => {
            event.preventDefault();
            save();
          }}
          className={buttonClass({})}
        >
          {t("Save the run pack")}
        </a>
        <a href={address} target="_blank" rel="noreferrer" className={buttonClass({})}>
          {t("Open it to print")}
        </a>
        {isGoingOn(run.status) && run.commander.id === person.id && (
          <ButtonLink href={afterwardsAddress(run.number)}>{t("Enter what was done")}</ButtonLink>
        )}
      </p>
      <p className="mt-2 text-fg-3">
        {kept
          ? t(
              "This browser keeps it up to date. When the server does not answer, opening {run} shows it, and it can still be saved.",
              {
                run: label,
              },
            )
          : t("This browser does not keep a copy by itself: save one.")}
      </p>
      <p role="status" className="mt-1 empty:hidden">
        {said}
      </p>
    </Section>
  );
}
