"use client";

import { CircleX, Unplug } from "lucide-react";
import { CommandOffer } from "#components/runs/head/command-offer.tsx";
import { NobodyCommands } from "#components/runs/head/nobody-commands.tsx";
import { BrokenGates, OverBand, PausedBand } from "#components/runs/head/status-bands.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { RollCall } from "#components/runs/side/roll-call.tsx";
import { StepLink } from "#components/runs/step-link.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { asSentence } from "#lib/client/error-words.ts";
import type { Digest } from "#lib/domain/run/digest.ts";
import { isOver, stepState } from "#lib/domain/run/read-state.ts";
import { whyOf } from "#lib/domain/run/retold.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { stateWord } from "#lib/domain/run/state-words.ts";
import { joined, t, tn } from "#lib/words/t.ts";

const BAND = "border-t border-line-2 empty:hidden";

type FootBandsProps = {
  digest: Digest;
  /** The run as the page around the list tells it. */
  settled: Run;
  /** The one step that a phone shows. */
  onPhone: string | null;
};

/**
 * What somebody has to answer, and what has come over the whole run: at the foot of the window, in sight wherever they
 * read, and nothing moves when it comes.
 */
export function FootBands({ digest, settled, onPhone }: FootBandsProps) {
  const { run } = useRunDesk();
  return (
    <>
      <div className={classNames(BAND, "print:hidden")}>
        <CommandOffer />
      </div>
      <div className={classNames(BAND, "print:hidden")}>
        <NobodyCommands />
      </div>
      <div className={classNames(BAND, "print:hidden")}>
        <RollCall />
      </div>
      <div className={classNames(BAND, "print:hidden")}>
        <Trouble digest={digest} onPhone={onPhone} />
      </div>
      <div className={BAND}>
        <BrokenGates of={run} without={settled} brief />
      </div>
      <div className={BAND}>
        {run.status === "paused" && <PausedBand />}
        {isOver(run.status) && !isOver(settled.status) && <OverBand brief />}
      </div>
    </>
  );
}

const NEVER_AGAIN = () => t("It is never run again by itself.");

/** A step whose outcome nobody knows, or that failed, is named however far away it is. */
function Trouble({ digest: { waiting }, onPhone }: Pick<FootBandsProps, "digest" | "onPhone">) {
  const { run } = useRunDesk();
  const decide = waiting.filter(({ need }) => need === "decide");
  const first = decide.find(({ step }) => stepState(run, step)?.status === "interrupted") ?? decide[0];
  const state = first && stepState(run, first.step);
  if (!first || !state) return null;
  const unknown = state.status === "interrupted";
  const reason = whyOf(state);
  const band = (
    <Alert
      shape="band"
      tone="bad"
      brief
      icon={unknown ? <Unplug aria-hidden /> : <CircleX aria-hidden />}
      title={t("Step {step}: {state}.", { step: first.step, state: stateWord(state.status).toLowerCase() })}
      action={
        <StepLink step={first.step} button>
          {t("Decide step {step}", { step: first.step })}
        </StepLink>
      }
    >
      {joined(
        reason && asSentence(reason),
        // A lost worker says so too.
        unknown && !reason?.includes(NEVER_AGAIN()) && NEVER_AGAIN(),
        decide.length > 1 && tn("{count} more needs a decision.", "{count} more need a decision.", decide.length - 1),
      )}
    </Alert>
  );
  // A phone that shows the step needs no way to it.
  return first.step === onPhone ? <div className="max-md:hidden">{band}</div> : band;
}
