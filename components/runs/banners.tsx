"use client";

import {
  CircleCheck,
  CircleX,
  ClipboardList,
  Flag,
  FlaskConical,
  LockOpen,
  Pause,
  PenLine,
  ShieldAlert,
} from "lucide-react";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { StepLink } from "#components/runs/step-link.tsx";
import { Time } from "#components/shell/time.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Sentences } from "#components/ui/sentences.tsx";
import { Words } from "#components/ui/words.tsx";
import { asSentence } from "#lib/client/error-words.ts";
import { reportAddress } from "#lib/client/run-name.ts";
import { isPractice } from "#lib/client/run-places.ts";
import { statusWords } from "#lib/client/run-words.ts";
import type { Digest } from "#lib/domain/run/digest.ts";
import { listed, t, tn } from "#lib/words/t.ts";

/** What must be known before anything else on the page is read. */
export function Banners({ digest }: { digest: Digest }) {
  const { run } = useRunDesk();
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
            "Steps marked “simulate” show and record their command and send nothing. Steps marked “acts for real” do.",
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
          {t("{person} started it although {runs} held its procedure or sites: {reason}", {
            person: run.brokeLock.by.name,
            runs: listed(run.brokeLock.over),
            reason: run.brokeLock.reason,
          })}
        </Alert>
      )}
      <BrokenGates />
      <StatusBanner digest={digest} />
    </>
  );
}

/** Break-glass is loud: everybody sees who passed a gate without those it asked, and why. */
function BrokenGates() {
  const { run } = useRunDesk();
  return run.steps.flatMap(({ number, gate }) => {
    const broken = gate?.opened?.broken ? gate.opened : undefined;
    if (!broken) return [];
    return (
      <Alert
        key={number}
        shape="band"
        tone="bad"
        icon={<ShieldAlert aria-hidden />}
        title={t("Glass broken for step {step}.", { step: number })}
        action={
          <StepLink step={number} button>
            {t("See step {step}", { step: number })}
          </StepLink>
        }
      >
        <Words
          of="{person} passed its gate without those it asks, {time}: “{reason}”"
          with={{ person: broken.by.name, time: <Time at={broken.at} />, reason: broken.reason }}
        />
      </Alert>
    );
  });
}

function StatusBanner({ digest: { tally } }: { digest: Digest }) {
  const { run } = useRunDesk();
  switch (run.status) {
    case "draft":
      return (
        <Alert
          shape="band"
          live="off"
          icon={<ClipboardList aria-hidden />}
          title={t("Draft: nothing has been started.")}
        >
          {t("{steps}. {commander} starts the run.", { steps: draftWords(tally), commander: run.commander.name })}
        </Alert>
      );
    case "paused":
      return (
        <Alert
          shape="band"
          icon={<Pause aria-hidden />}
          title={asSentence(t("Paused: {reason}", { reason: run.reason ?? "" }))}
        >
          {t("No new step can be started. Running commands continue, and so does the RTO clock.")}
        </Alert>
      );
    case "in_progress":
      return null;
    default:
      return <OverBanner />;
  }
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

function OverBanner() {
  const { run } = useRunDesk();
  const bad = run.status === "aborted" || run.status === "failed";
  const Sign = bad ? CircleX : run.status === "completed" ? CircleCheck : PenLine;
  return (
    <Alert
      shape="band"
      tone={bad ? "bad" : "neutral"}
      icon={<Sign aria-hidden />}
      title={asSentence([t(statusWords[run.status]), run.reason].filter(Boolean).join(": "))}
      action={<ButtonLink href={reportAddress(run.number)}>{t("Report")}</ButtonLink>}
    >
      <Sentences>
        {run.endedAt && <Words of="Ended {time}." with={{ time: <Time at={run.endedAt} show="dateTime" /> }} />}
        {t("This is the record. It accepts notes, evidence and its review.")}
      </Sentences>
    </Alert>
  );
}
