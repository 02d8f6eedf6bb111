"use client";

import { useRunDesk } from "#components/runs/run-desk.tsx";
import { PrintedRun } from "#components/runs/side/printed-run.tsx";
import { useSaveRun } from "#components/runs/side/use-save-run.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { buttonClass } from "#components/ui/button-style.ts";
import { Section } from "#components/ui/section.tsx";
import { useKeptPack } from "#lib/client/pack/use-kept-pack.ts";
import { afterwardsAddress } from "#lib/client/run/run-name.ts";
import { isGoingOn } from "#lib/domain/run/read-state.ts";
import { t } from "#lib/words/t.ts";

/** The run as one file that works without the console: to save, and to print as a checklist. */
export function RunPack() {
  const { run, person } = useRunDesk();
  const { pack, makePack, save, said } = useSaveRun();
  const { label, address } = pack;
  const kept = useKeptPack(pack, run.seq);
  return (
    <Section title={t("Without the network")}>
      <PrintedRun makePack={makePack} />
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
          : t(
              "This browser does not keep a copy by itself: save one. While this page is open, that works without the server, too.",
            )}
      </p>
      <p role="status" className="mt-1 empty:hidden">
        {said}
      </p>
    </Section>
  );
}
