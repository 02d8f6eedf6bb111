import { type About, LATER, type Offer } from "#lib/client/offers/offer.ts";
import { refusalOf } from "#lib/domain/run/decide/decide.ts";

/** Asks why, where something is said to have been done before what it waited for. */
export function askingWhy({ procedure, run, person }: About, offer: Offer, happenedAt: string | null): Offer {
  if (offer.command.type !== "step.record" || happenedAt === null || offer.asks.reason) return offer;
  const { outOfOrder: _, ...command } = { ...offer.command, happenedAt, note: LATER };
  const refusal = refusalOf({ procedure, run, actor: person, now: happenedAt, people: [] }, command);
  return refusal?.code === "step_waits" ? { ...offer, asks: { ...offer.asks, reason: "needed" } } : offer;
}
