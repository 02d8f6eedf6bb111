import { type Draft, draft, LATER, LATER_ID } from "#lib/client/offers/offer.ts";
import type { OfferSituation } from "#lib/client/offers/step-offers.ts";
import { mayAskForHelp } from "#lib/domain/run/gate.ts";
import { t } from "#lib/words/t.ts";

/** Whose it is, and the call for help of whoever cannot go on. */
export function ofPeople({ run, step, state, person, shown }: OfferSituation): Draft[] {
  const open = !["completed", "overridden", "skipped", "not_applicable"].includes(shown);
  if (run.status === "draft" || !open) return [];
  const number = step.number;
  const mine = run.commander.id === person.id || state.help?.by.id === person.id;
  return [
    ...(state.help
      ? mine
        ? [draft({ type: "help.settle", step: number, how: LATER }, t("Help is settled…"), { note: true })]
        : []
      : mayAskForHelp(run, step, state, person)
        ? [draft({ type: "help.ask", step: number, reason: LATER }, t("I can’t, need help…"), { reason: "needed" })]
        : []),
    ...(run.commander.id === person.id
      ? [draft({ type: "step.assign", step: number, to: { person: LATER_ID } }, t("Assign…"), { choose: "assignee" })]
      : []),
  ];
}
