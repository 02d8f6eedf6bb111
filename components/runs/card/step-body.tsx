"use client";
import { StepFoot } from "#components/runs/card/step-foot.tsx";
import { useFootOffers } from "#components/runs/card/use-foot-offers.ts";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { runPart } from "#components/runs/run-part.ts";
import { Drawn } from "#components/ui/drawn.tsx";
import { bigPress } from "#lib/client/offers/big-press.ts";
import { placeOf } from "#lib/client/run/run-places.ts";
import { standing, useCommand } from "#lib/client/run/use-command.ts";
import type { Step } from "#lib/domain/procedure.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";
import type { StepState } from "#lib/domain/run/state.ts";

const cardDetails = runPart("CardDetails");
const cardEnd = runPart("CardEnd");
const cardRecord = runPart("CardRecord");

export type StepPartProps = { step: Step; state: StepState; shown: ShownState };

/** An open card, read from top to bottom before acting. */
export function StepBody(props: StepPartProps) {
  const { step } = props;
  const { run, places } = useRunDesk();
  const role = placeOf(run, props, places[step.number]);
  const foot = useFootOffers({ ...props, role });
  const press = bigPress(run, { ...props, foot });
  // Kept here: while there is nothing to press, what was pressed before may still be refused.
  const sender = useCommand(run.id, { about: standing(props.state, props.shown) });
  return (
    <>
      <Drawn part={cardDetails}>{(Part) => <Part {...props} role={role} press={press} />}</Drawn>
      {foot.length === 0 && <Drawn part={cardEnd}>{(Part) => <Part {...props} />}</Drawn>}
      {(foot.length > 0 || sender.refusal !== null) && (
        <StepFoot step={step} shown={props.shown} foot={foot} press={press} sender={sender} />
      )}
      <Drawn part={cardRecord}>{(Part) => <Part {...props} />}</Drawn>
    </>
  );
}
