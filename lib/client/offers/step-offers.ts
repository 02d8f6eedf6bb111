import { again, footOffers, type OfferSituation, skip, skips } from "#lib/client/offers/foot-offers.ts";
import { requests } from "#lib/client/offers/gate-offers.ts";
import { type Asks, type Draft, draft, LATER, LATER_ID, type Offer, settle, whyNot } from "#lib/client/offers/offer.ts";
import { ofPeople } from "#lib/client/offers/people-offers.ts";
import { gateOf, isOnlyDecided } from "#lib/domain/run/gate.ts";
import { isByWorker, runLabel } from "#lib/domain/run/read-state.ts";
import { t } from "#lib/words/t.ts";

export type StepOffers = { foot: Offer[]; menu: Offer[] };

/** The same with what its menu offers, which the page of a run need not know at first. */
export const stepOffers = (about: OfferSituation): StepOffers => ({
  foot: footOffers(about),
  menu: settle(about, [
    ...menuOf(about),
    ...onPaper(about),
    ...ofPeople(about),
    ...(about.run.status === "draft" ? [] : [attachLink(about)]),
  ]),
});

/** What was done while nobody could reach the console. */
function onPaper({ run, step, state, shown }: OfferSituation): Draft[] {
  const open = [
    "not_started",
    "ready",
    "in_progress",
    "awaiting_confirmation",
    "failed",
    "timed_out",
    "canceled",
  ].includes(shown);
  if (!open || run.status === "draft" || isOnlyDecided(step) || (shown === "in_progress" && isByWorker(state)))
    return [];
  const early = shown === "not_started";
  const said = { happenedAt: run.createdAt, by: LATER, note: LATER, outOfOrder: LATER };
  const asks: Asks = { recorded: true, note: true, ...(early && { reason: "needed" }) };
  return [draft({ type: "step.record", step: step.number, ...said }, t("Enter what was done on paper…"), asks)];
}

const attachLink = ({ step }: OfferSituation): Draft =>
  draft(
    {
      type: "evidence.link",
      step: step.number,
      evidence: { kind: "link", id: LATER_ID, name: LATER, url: "https://example.com" },
    },
    t("Attach a link…"),
    { link: true, note: true },
  );

function menuOf(about: OfferSituation): Draft[] {
  const { step, run, shown } = about;
  const { number } = step;
  const asks: Asks = { note: true, mentions: true };
  const note = draft({ type: "note.add", text: LATER, step: number }, t("Add a note…"), asks);
  if (run.status === "draft") return [note];
  switch (shown) {
    case "not_started":
    case "undecided":
    case "interrupted":
      return [skip(number), note];
    case "ready":
      return [...otherwise(about), ...glass(about), note];
    case "awaiting_approval":
      return [...glass(about), ...skips(step), note];
    case "failed":
    case "timed_out":
    case "canceled":
      return [...again(about).menu, ...glass(about), note];
    case "rejected":
      return [...glass(about), note];
    case "completed":
    case "overridden":
    case "skipped":
      return [reopen(number), note];
    case "not_applicable":
    case "in_progress":
    case "awaiting_confirmation":
    case "canceling":
      return [note];
  }
}

const reopen = (step: string): Draft =>
  draft({ type: "step.reopen", step, reason: LATER }, t("Reopen step {step}…", { step }), { reason: "needed" });

/** What was approved may be asked for otherwise: with other values, or by hand. */
function otherwise(about: OfferSituation): Draft[] {
  const { gate } = about.state;
  if (!gate?.how || !gate.opened || gate.opened.broken) return [];
  return requests(about)
    .filter(({ command }) => whyNot(about, command) === null)
    .map((request) => ({ ...request, look: "normal" }));
}

/** Where a gate that is shut keeps the step from being started. */
const glass = (about: OfferSituation): Draft[] => (about.state.gate?.opened ? [] : breakGlass(about));

/** Past a gate without those it asks, where the commander is not the one who decides: with a reason and the run's number. */
function breakGlass({ run, step }: OfferSituation): Draft[] {
  const gate = gateOf(run, step);
  if (!gate || gate.kind === "poll" || !gate.by) return [];
  const confirmation = runLabel(run.number);
  return [
    draft(
      { type: "gate.break", step: step.number, reason: LATER, confirmation },
      t("Break the glass…"),
      { reason: "needed", confirmation },
      "danger",
    ),
  ];
}
