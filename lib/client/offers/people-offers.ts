import type { OfferSituation } from "#lib/client/offers/foot-offers.ts";
import { type Draft, draft, LATER, LATER_ID } from "#lib/client/offers/offer.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";
import { mayAskForHelp } from "#lib/domain/run/gate.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

/** The call for help of whoever cannot go on. */
export function helpAsked({ run, step, state, person, shown }: OfferSituation): Draft[] {
  const may = isOpen(run, shown) && !state.help && mayAskForHelp(run, step, state, person);
  if (!may) return [];
  const command = { type: "help.ask", step: step.number, reason: LATER } as const;
  return [draft(command, t("I can’t, need help…"), { reason: "needed" })];
}

/** That call, how it is settled, and whose the step is. */
export function ofPeople(about: OfferSituation): Draft[] {
  const { run, step, state, person, shown } = about;
  if (!isOpen(run, shown)) return [];
  const { number } = step;
  const mine = run.commander.id === person.id || state.help?.by.id === person.id;
  return [
    ...(state.help && mine
      ? [draft({ type: "help.settle", step: number, how: LATER }, t("Help is settled…"), { note: true })]
      : []),
    ...helpAsked(about),
    ...(run.commander.id === person.id
      ? [draft({ type: "step.assign", step: number, to: { person: LATER_ID } }, t("Assign…"), { choose: "assignee" })]
      : []),
  ];
}

const isOpen = ({ status }: Run, shown: ShownState): boolean =>
  status !== "draft" && !["completed", "overridden", "skipped", "not_applicable"].includes(shown);
