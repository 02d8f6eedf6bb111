import type { OfferSituation } from "#lib/client/offers/foot-offers.ts";
import { helpAsked, isOpen } from "#lib/client/offers/help-offers.ts";
import { type Asks, type Draft, draft, LATER, LATER_ID } from "#lib/client/offers/offer.ts";
import { ownerWords } from "#lib/client/run/people-words.ts";
import { t } from "#lib/words/t.ts";

/** The call for help, how it is settled, and whose the step is. */
export function ofPeople(about: OfferSituation): Draft[] {
  const { run, step, state, person, shown } = about;
  if (!isOpen(run, shown)) return [];
  const { number } = step;
  const now = ownerWords(about.procedure, run, { step, state });
  const choose: Asks = { choose: "assignee", somebody: true, ...(now !== null && { now }) };
  const mine = run.commander.id === person.id || state.help?.by.id === person.id;
  return [
    ...(state.help && mine
      ? [draft({ type: "help.settle", step: number, how: LATER }, t("Help is settled…"), { note: true })]
      : []),
    ...helpAsked(about),
    ...(run.commander.id === person.id
      ? [draft({ type: "step.assign", step: number, to: { person: LATER_ID } }, t("Assign…"), choose)]
      : []),
  ];
}
