"use client";

import { Resolved, usePlanned } from "#components/runs/card/machine-band.tsx";
import { WorkRows } from "#components/runs/card/work-rows.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Caution } from "#components/ui/caution.tsx";
import { Row, Rows } from "#components/ui/rows.tsx";
import { formatDuration } from "#lib/client/format.ts";
import { endedSoFar } from "#lib/client/offers/ended-so-far.ts";
import type { Offer } from "#lib/client/offers/offer.ts";
import type { Said } from "#lib/client/offers/said.ts";
import { siteName } from "#lib/client/run/run-places.ts";
import type { Step } from "#lib/domain/procedure.ts";
import { shownState } from "#lib/domain/run/digest.ts";
import { lastAttempt, stepState } from "#lib/domain/run/read-state.ts";
import { whyOf } from "#lib/domain/run/retold.ts";
import type { Attempt, StepState } from "#lib/domain/run/state.ts";
import { stateWord } from "#lib/domain/run/state-words.ts";
import { t } from "#lib/words/t.ts";

type AboutProps = { offer: Offer; step: Step | null; values: Said["values"] };

/** What has to be known of it beside what follows: the page lies under the dialog. */
export function WhatItIsAbout({ offer, step, values }: AboutProps) {
  const { procedure, run } = useRunDesk();
  const { type } = offer.command;
  return (
    <>
      {(type === "run.abort" || type === "run.fail") && <p className="font-medium">{endedSoFar(procedure, run)}</p>}
      {offer.asks.confirmation && step?.caution && <Caution>{step.caution}</Caution>}
      {step && <WhatIsBegun offer={offer} step={step} values={values} />}
    </>
  );
}

/** What is about to be begun or tried again, where, and why it came to no good end before. */
function WhatIsBegun({ offer: { command }, step, values }: AboutProps & { step: Step }) {
  const { run } = useRunDesk();
  const state = stepState(run, step.number);
  if (!state) return null;
  if (command.type === "step.cancel") return <Running attempt={lastAttempt(state)} />;
  const why = (command.type === "step.retry" || command.type === "step.override") && whyOf(state);
  const sent = "role" in command && step.action && !command.byHand;
  if (!why && !sent) return null;
  return (
    <Rows>
      {why && <Row label={stateWord(state.status)}>{why}</Row>}
      {sent && <Planned step={step} state={state} role={command.role ?? step.roles[0] ?? ""} values={values} />}
    </Rows>
  );
}

/** What the worker is at. */
function Running({ attempt }: { attempt: Attempt | undefined }) {
  const { run } = useRunDesk();
  if (!attempt?.command) return null;
  return (
    <Rows>
      <Row label={attempt.begun ? t("Running") : t("Queued")}>
        {siteName(run, attempt.role)}
        {attempt.begun && t(", by {worker}", { worker: attempt.begun.worker })}
      </Row>
      <WorkRows work={attempt.command} lines={undefined} />
    </Rows>
  );
}

type PlannedProps = { step: Step; state: StepState; role: string; values: Said["values"] };

function Planned({ step, state, role, values }: PlannedProps) {
  const { run } = useRunDesk();
  const shown = shownState(run, step, state);
  const { attempt, resolution } = usePlanned({ step, state, shown, role }, values);
  const simulated = run.mode === "drill" && step.inDrill === "simulate";
  return (
    <>
      <Row label={simulated ? t("Would run at") : t("Will run at")}>
        {t("{site}, timeout {duration}, attempt {attempt}", {
          site: siteName(run, role),
          duration: formatDuration((step.action?.timeoutSeconds ?? 0) * 1_000),
          attempt,
        })}
      </Row>
      <Resolved resolution={resolution} />
    </>
  );
}
