"use client";

import {
  CircleCheck,
  CircleX,
  ClipboardList,
  Flag,
  FlaskConical,
  LockOpen,
  LogIn,
  Pause,
  PenLine,
  ShieldAlert,
  Unplug,
} from "lucide-react";
import { CommandOffer } from "#components/runs/command-offer.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { StepLink } from "#components/runs/step-link.tsx";
import { Age } from "#components/shell/connection.tsx";
import { Time } from "#components/shell/time.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { reportAddress, runAddress } from "#lib/client/run-name.ts";
import { isPractice } from "#lib/client/run-places.ts";
import { statusWords } from "#lib/client/run-words.ts";
import type { LiveRun } from "#lib/client/use-run.ts";
import { signInAddress } from "#lib/contract/return-path.ts";
import type { Digest } from "#lib/domain/run/digest.ts";
import { stepState } from "#lib/domain/run/read-state.ts";
import { t } from "#lib/words/t.ts";

/** Where the page says why it is read only. */
export const CONNECTION_BANNER = "connection-banner";

/** What must be known before anything else on the page is read. */
export function Banners({ live, digest }: { live: LiveRun; digest: Digest }) {
  const { run } = useRunDesk();
  return (
    <>
      <div id={CONNECTION_BANNER}>
        <ConnectionBanner live={live} />
      </div>
      {run.mode === "drill" && (
        <Alert
          shape="band"
          tone="drill"
          live="off"
          icon={<Flag aria-hidden />}
          title="DRILL. Nobody’s service is moved."
        >
          Steps marked “simulate” show and record their command and send nothing. Steps marked “acts for real” do.
        </Alert>
      )}
      {isPractice(run) && (
        <div className="max-md:hidden">
          <Alert shape="band" live="off" icon={<FlaskConical aria-hidden />} title="Practice sites.">
            Commands of this run work on files in practice folders of this machine and reach no real site.
          </Alert>
        </div>
      )}
      {run.brokeLock && (
        <Alert shape="band" tone="bad" live="off" icon={<LockOpen aria-hidden />} title="Started over another run.">
          {run.brokeLock.by.name} started it although {run.brokeLock.over.join(" and ")} held its procedure or sites:{" "}
          {run.brokeLock.reason}
        </Alert>
      )}
      <CommandOffer />
      <BrokenGates />
      <StatusBanner digest={digest} />
      <div className="max-md:hidden print:hidden">
        <TroubleBanner digest={digest} />
      </div>
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
        title={`Glass broken for step ${number}.`}
        action={
          <StepLink step={number} button>
            See step {number}
          </StepLink>
        }
      >
        {broken.by.name} passed its gate without those it asks, <Time at={broken.at} />: “{broken.reason}”
      </Alert>
    );
  });
}

function ConnectionBanner({ live: { connection, signedOut } }: { live: LiveRun }) {
  const { run } = useRunDesk();
  if (signedOut) {
    return (
      <Alert
        shape="band"
        tone="bad"
        live="assertive"
        icon={<LogIn aria-hidden />}
        title="You are signed out."
        action={<ButtonLink href={signInAddress(runAddress(run.number))}>Sign in</ButtonLink>}
      >
        What you see may have changed. Read only until you sign in again.
      </Alert>
    );
  }
  if (connection.state !== "stale") return null;
  return (
    <Alert shape="band" tone="bad" live="assertive" icon={<Unplug aria-hidden />} title="Stale.">
      The server does not answer
      {/* It counts, and must not be read out at every second. */}
      <span aria-hidden>
        <Age lastUpdateAt={connection.lastUpdateAt} />
      </span>
      . Read only until it does. What you see may have changed.
    </Alert>
  );
}

function StatusBanner({ digest: { tally } }: { digest: Digest }) {
  const { run } = useRunDesk();
  const undecided = tally.byState.get("undecided") ?? 0;
  switch (run.status) {
    case "draft":
      return (
        <Alert shape="band" live="off" icon={<ClipboardList aria-hidden />} title="Draft: nothing has been started.">
          {tally.applying - undecided} steps will apply
          {undecided > 0 && `, ${undecided} depend on an answer`}
          {tally.notApplicable > 0 && `, ${tally.notApplicable} do not apply`}. {run.commander.name} starts the run.
        </Alert>
      );
    case "paused":
      return (
        <Alert shape="band" icon={<Pause aria-hidden />} title={`Paused: ${run.reason}`}>
          No new step can be started. What runs goes on, and so does the RTO clock.
        </Alert>
      );
    case "in_progress":
      return null;
    default:
      return <OverBanner />;
  }
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
      title={`${t(statusWords[run.status])}${run.reason ? `: ${run.reason}` : "."}`}
      action={<ButtonLink href={reportAddress(run.number)}>Report</ButtonLink>}
    >
      {run.endedAt && (
        <>
          Ended <Time at={run.endedAt} show="dateTime" />.
        </>
      )}{" "}
      This is the record. It accepts notes, evidence and its review.
    </Alert>
  );
}

/** A step whose outcome nobody knows, or that failed, is named at the top, however far down it is. */
function TroubleBanner({ digest: { waiting } }: { digest: Digest }) {
  const { run } = useRunDesk();
  const decide = waiting.filter(({ need }) => need === "decide");
  const first = decide.find(({ step }) => stepState(run, step)?.status === "interrupted") ?? decide[0];
  const state = first && stepState(run, first.step);
  if (!first || !state) return null;
  const unknown = state.status === "interrupted";
  return (
    <Alert
      shape="band"
      tone="bad"
      icon={unknown ? <Unplug aria-hidden /> : <CircleX aria-hidden />}
      title={`Step ${first.step}: ${unknown ? "outcome unknown" : state.status.replaceAll("_", " ")}.`}
      action={
        <StepLink step={first.step} button>
          Decide step {first.step}
        </StepLink>
      }
    >
      {state.reason} {unknown && "It is never run again by itself."}
      {decide.length > 1 && ` ${decide.length - 1} more ${decide.length === 2 ? "needs" : "need"} a decision.`}
    </Alert>
  );
}
