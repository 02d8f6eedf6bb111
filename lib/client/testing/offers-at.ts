import { type StepOffers, stepOffers } from "#lib/client/offers/step-offers.ts";
import { placeOf } from "#lib/client/run/run-places.ts";
import type { Person } from "#lib/domain/actor.ts";
import { outline } from "#lib/domain/outline.ts";
import { shownState } from "#lib/domain/run/digest.ts";
import { type Play, stepOf } from "#lib/domain/testing/play.ts";

/** What this person is offered for the step, as the run stands. */
export function offersAt(at: Play, person: Person, number = "2"): StepOffers {
  const step = outline(at.procedure).byNumber.get(number);
  if (!step) throw new Error(`There is no step ${number}.`);
  const state = stepOf(at, number);
  const shown = shownState(at.run, step, state);
  return stepOffers({ ...at, person, step, state, shown, role: placeOf(at.run, { step, state, shown }, undefined) });
}
