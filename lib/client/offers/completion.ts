import type { OfferSituation } from "#lib/client/offers/foot-offers.ts";
import { LATER, type Offer, whyNot } from "#lib/client/offers/offer.ts";
import { stepOffers } from "#lib/client/offers/step-offers.ts";
import { t } from "#lib/words/t.ts";

/** What completes or confirms the step, or why nobody can now, in a sentence. */
export function completionOf(about: OfferSituation): Offer | string {
  const { foot } = stepOffers(about);
  const offer = foot.find(({ command }) => command.type === "step.complete");
  if (offer) return offer.blocked ?? offer;
  const why = whyNot(about, { type: "step.complete", step: about.step.number });
  return why ?? t("Step {step} is not completed by hand.", { step: about.step.number });
}

/** The note about the step, or why this person writes none. */
export function noteOf(about: OfferSituation): Offer | string {
  const { menu } = stepOffers(about);
  const offer = menu.find(({ command }) => command.type === "note.add");
  if (offer) return offer.blocked ?? offer;
  return whyNot(about, { type: "note.add", text: LATER }) ?? t("No note can be written here.");
}
