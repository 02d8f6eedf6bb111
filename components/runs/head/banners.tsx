"use client";

import { ClipboardList, Flag, FlaskConical, LockOpen } from "lucide-react";
import { BrokenGates, OverBand } from "#components/runs/head/status-bands.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { RunLinks } from "#components/ui/run-links.tsx";
import { Words } from "#components/ui/words.tsx";
import { isPractice } from "#lib/client/run/run-places.ts";
import { nameIn } from "#lib/domain/run/able.ts";
import type { Digest } from "#lib/domain/run/digest.ts";
import { isOver } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { listed, t, tn } from "#lib/words/t.ts";

/** What must be known before anything else on the page is read. */
export function Banners({ digest, settled }: { digest: Digest; settled: Run }) {
  const { run, person } = useRunDesk();
  const steps = draftWords(digest.tally);
  return (
    <>
      {run.mode === "drill" && (
        <Alert
          shape="band"
          tone="drill"
          live="off"
          icon={<Flag aria-hidden />}
          title={t("DRILL. Nobody’s service is moved.")}
        >
          {t(
            "Steps marked “simulate” show and record their command and send nothing. Steps marked “acts for real” send theirs.",
          )}
        </Alert>
      )}
      {isPractice(run) && (
        <div className="max-md:hidden">
          <Alert shape="band" live="off" icon={<FlaskConical aria-hidden />} title={t("Practice sites.")}>
            {t("Commands of this run work on files in practice folders of this machine and reach no real site.")}
          </Alert>
        </div>
      )}
      {run.brokeLock && (
        <Alert
          shape="band"
          tone="bad"
          live="off"
          icon={<LockOpen aria-hidden />}
          title={t("Started over another run.")}
        >
          <Words
            of="{person} started it although {runs} held its procedure or sites: {reason}"
            with={{
              person: run.brokeLock.by.name,
              runs: <RunLinks>{listed(run.brokeLock.over)}</RunLinks>,
              reason: run.brokeLock.reason,
            }}
          />
        </Alert>
      )}
      <BrokenGates of={settled} />
      {run.status === "draft" && (
        <Alert
          shape="band"
          live="off"
          icon={<ClipboardList aria-hidden />}
          title={t("Draft: nothing has been started.")}
        >
          {run.commander.id === person.id
            ? t("{steps}. You start the run.", { steps })
            : t("{steps}. {commander} starts the run.", {
                steps,
                commander: nameIn(run, run.commander, "run.command"),
              })}
        </Alert>
      )}
      {isOver(settled.status) && <OverBand />}
    </>
  );
}

function draftWords({ applying, notApplicable, byState }: Digest["tally"]): string {
  const undecided = byState.get("undecided") ?? 0;
  return [
    tn("{count} step will apply", "{count} steps will apply", applying - undecided),
    undecided > 0 && tn(", {count} depends on an answer", ", {count} depend on an answer", undecided),
    notApplicable > 0 && tn(", {count} does not apply", ", {count} do not apply", notApplicable),
  ]
    .filter(Boolean)
    .join("");
}
