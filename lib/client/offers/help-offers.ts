import type { OfferSituation } from "#lib/client/offers/foot-offers.ts";
import { type Draft, draft, LATER } from "#lib/client/offers/offer.ts";
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

/** Somebody may still be at it. */
export const isOpen = ({ status }: Run, shown: ShownState): boolean =>
  status !== "draft" && !["completed", "overridden", "skipped", "not_applicable"].includes(shown);
