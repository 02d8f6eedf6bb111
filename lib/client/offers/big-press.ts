import type { Offer } from "#lib/client/offers/offer.ts";
import { placeInBrief, placesToChoose } from "#lib/client/run/run-places.ts";
import type { Step } from "#lib/domain/procedure.ts";
import type { Command } from "#lib/domain/run/command.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";
import type { Run, StepState } from "#lib/domain/run/state.ts";
import { openSubSteps, subStepApplicability } from "#lib/domain/run/sub-steps.ts";
import { t } from "#lib/words/t.ts";

/** With `places` one of them is chosen above the button, and named on it. */
export type BigPress = { tick: string } | { offer: Offer; no?: Offer; places: readonly string[] };

type Situation = { step: Step; state: StepState; shown: ShownState; foot: readonly Offer[] };

/**
 * What the one big button of a phone does with a step: the next sub-step that a person does, else what may be done with
 * the step.
 */
export function bigPress(run: Run, { step, state, shown, foot }: Situation): BigPress | null {
  const offer = foot.find(({ look }) => look === "primary") ?? foot.find(({ look }) => look !== "danger");
  const [tick] = shown === "in_progress" || shown === "awaiting_confirmation" ? toTick(run, step, state) : [];
  if (foot.length > 0 && tick !== undefined) return { tick };
  if (!offer) return null;
  const places = "role" in offer.command ? placesToChoose(run, step, state, shown) : [];
  const no = foot.find(({ command, blocked }) => blocked === null && isNoTo(offer.command, command));
  return { offer: atPlace(run, offer, places), ...(no && { no }), places };
}

/** Of a line that may not apply, the question is answered first; it may be ticked in the card. */
const toTick = (run: Run, step: Step, state: StepState): string[] =>
  openSubSteps(run, step, state).filter((number) => {
    const line = step.subSteps.find((sub) => sub.number === number);
    return !line || subStepApplicability(run, line) !== "undecided";
  });

/** "Start step 3 at Tokyo": the choice itself may be out of sight. */
export function atPlace(run: Run, offer: Offer, places: readonly string[]): Offer {
  const { command, label } = offer;
  if (places.length === 0 || !("role" in command) || command.role === undefined) return offer;
  const place = placeInBrief(run, command.role, places);
  const action = label.replace(/…$/, "");
  return { ...offer, label: `${t("{action} at {place}", { action, place })}${action === label ? "" : "…"}` };
}

/** Whether one is the no to the other's yes: whoever decides a gate has both at hand. */
function isNoTo(yes: Command, no: Command): boolean {
  switch (no.type) {
    case "step.reject":
      return yes.type === "step.approve";
    case "gate.decide":
      return yes.type === "gate.decide" && yes.decision === "go" && no.decision === "no_go";
    case "gate.vote":
      return yes.type === "gate.vote" && yes.position === no.position && yes.vote === "go" && no.vote === "no_go";
    default:
      return false;
  }
}

/** Whether a phone has this at its foot, so that it is not in the card a second time. */
export const isAtFoot = (offer: Offer, press: BigPress | null): boolean =>
  press !== null && (offer.look === "primary" || ("no" in press && press.no === offer));

/** Whether it may be pressed: then the caution of the step stands above it, and not in the card. */
export const isPressable = (press: BigPress | null): boolean =>
  press !== null && ("tick" in press || press.offer.blocked === null);

/** Among which places a phone has one chosen at its foot, and so not in the card. */
export const placesAtFoot = (press: BigPress | null): readonly string[] =>
  press !== null && "places" in press ? press.places : [];
