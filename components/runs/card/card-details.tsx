"use client";

import { GitFork, MapPin, User } from "lucide-react";
import { Attempts } from "#components/runs/card/attempts.tsx";
import { Basis } from "#components/runs/card/basis.tsx";
import { DecideFacts } from "#components/runs/card/decide-facts.tsx";
import { GateRows } from "#components/runs/card/gate-rows.tsx";
import { Instructions } from "#components/runs/card/instructions.tsx";
import { MachineBand } from "#components/runs/card/machine-band.tsx";
import { PlaceChoice } from "#components/runs/card/place-choice.tsx";
import { Remarks } from "#components/runs/card/remarks.tsx";
import { AnybodysReminder, StepReminder } from "#components/runs/card/reminder.tsx";
import type { StepPartProps } from "#components/runs/card/step-body.tsx";
import { StepEvidence } from "#components/runs/card/step-evidence.tsx";
import { StepTime } from "#components/runs/card/step-time.tsx";
import { SubSteps } from "#components/runs/card/sub-steps.tsx";
import { BegunBy, HowItEnded, WhatIsKnown } from "#components/runs/card/what-is-known.tsx";
import { isClosed } from "#components/runs/list/step-rows.ts";
import { LastOutput } from "#components/runs/output/last-output.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Caution } from "#components/ui/caution.tsx";
import { Chip, ChipRow } from "#components/ui/chip.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { KindChip } from "#components/ui/kind-chip.tsx";
import { Row, Rows } from "#components/ui/rows.tsx";
import { type BigPress, isPressable } from "#lib/client/offers/big-press.ts";
import { lateAt } from "#lib/client/run/late-words.ts";
import { ownerWords } from "#lib/client/run/people-words.ts";
import { placesWords } from "#lib/client/run/run-places.ts";
import { drillWords } from "#lib/client/run/step-words.ts";
import { estimateOf } from "#lib/domain/forecast.ts";
import { can } from "#lib/domain/grants.ts";
import { outline } from "#lib/domain/outline.ts";
import { isOver, workedOnSince } from "#lib/domain/run/read-state.ts";
import { row, t } from "#lib/words/t.ts";

type CardDetailsProps = StepPartProps & {
  role: string;
  /** A phone has the big button at its foot, and above it the caution and the choice of the place. */
  press: BigPress | null;
};

/** What is read of a step before anything is pressed, and then ticked and answered. */
export function CardDetails({ role, press, ...props }: CardDetailsProps) {
  const { step } = props;
  const { instructions } = useRunDesk();
  return (
    <>
      <div className="grid gap-2 pr-4 pb-3 pl-22 max-md:px-4">
        <Chips {...props} />
        <Rows>
          <TooLate {...props} />
          <Remarks {...props} />
          <WhatIsKnown {...props} />
          <LastOutput {...props} />
        </Rows>
        {step.caution && (
          <div className={isPressable(press) ? "max-md:in-data-foot:sr-only" : ""}>
            <Caution>{step.caution}</Caution>
          </div>
        )}
        <Rows>
          <GateRows {...props} />
          <StepReminder {...props} />
          <DecideFacts {...props} />
          <PlaceChoice {...props} role={role} press={press} />
          <Instructions step={step}>{instructions[step.number]}</Instructions>
          <SubSteps {...props} />
          <Basis step={step} />
        </Rows>
      </div>
      <MachineBand {...props} role={role} />
    </>
  );
}

/** In the place of the buttons, as high as they were: how it ended, and who says so. Whoever has none has room for it from the start. */
export function CardEnd(props: StepPartProps) {
  const { person } = useRunDesk();
  const toCome = !can(person.role, "run.operate") && !isClosed(props.shown);
  return (
    <div
      aria-hidden={toCome}
      className={classNames(
        "flex min-h-12.25 items-center border-t border-line py-2 pr-4 pl-22 max-md:px-4",
        toCome ? "invisible print:hidden" : "not-has-[dd]:hidden",
      )}
    >
      <Rows>{toCome ? <Row label={ROOM}>{ROOM}</Row> : <HowItEnded {...props} />}</Rows>
    </div>
  );
}

const ROOM = "\u00a0";

/** What is kept of it, under the buttons: what proves that it is done, and every try. */
export function CardRecord(props: StepPartProps) {
  return (
    <div className="border-t border-line py-2 pr-4 pl-22 not-has-[dd]:hidden max-md:px-4">
      <Rows>
        <StepEvidence {...props} />
        <Attempts {...props} />
        <AnybodysReminder {...props} />
      </Rows>
    </div>
  );
}

/** What a corrected answer came too late for. */
function TooLate({ step, state }: StepPartProps) {
  const { procedure, run } = useRunDesk();
  return lateAt(procedure, run, { step, state }).map((words) => (
    <Row key={words} label={t("Late answer")}>
      <b className={isOver(run.status) ? undefined : "text-wait"}>{words}</b>
    </Row>
  ));
}

function Chips(props: StepPartProps) {
  const { step, state, shown } = props;
  const { run, procedure, past } = useRunDesk();
  const owner = ownerWords(procedure, run, { step, state });
  const before = outline(procedure).predecessors.get(step.number) ?? [];
  return (
    <ChipRow>
      <Chip icon={<MapPin aria-hidden />}>{placesWords(run, step)}</Chip>
      <KindChip kind={step.kind} />
      {owner !== null && <Chip icon={<User aria-hidden />}>{owner}</Chip>}
      {before.length > 0 && <Chip icon={<GitFork aria-hidden />}>{t("after {steps}", { steps: row(before) })}</Chip>}
      {run.mode === "drill" && (
        <b className="text-drill">{t("In drill: {conduct}", { conduct: t(drillWords[step.inDrill]) })}</b>
      )}
      {step.irreversible && <b>{t("Cannot be undone")}</b>}
      {step.pointOfNoReturn && <b>{t("Point of no return")}</b>}
      {/* What comes and goes stands last: it moves nothing. */}
      <StepTime
        estimate={estimateOf(step, past)}
        runningSince={shown === "in_progress" ? workedOnSince(state) : null}
      />
      <BegunBy {...props} />
    </ChipRow>
  );
}
