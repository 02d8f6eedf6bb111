import type { RunDesk } from "#components/runs/run-desk.tsx";
import type { Offer } from "#lib/client/offers/offer.ts";
import type { CommandSender } from "#lib/client/run/use-command.ts";
import type { Step } from "#lib/domain/procedure.ts";

type Way = Pick<RunDesk, "ask"> & Pick<CommandSender, "send">;

/** The one way from a press to a command, by button, key or palette: what needs something said is asked for first. */
export function pressOffer(offer: Offer, step: Step | null, { ask, send }: Way): void {
  if (Object.keys(offer.asks).length > 0) ask(offer, step);
  else void send(offer.command);
}
