"use client";

import { useId } from "react";
import { LaterRefusal } from "#components/runs/later-refusal.tsx";
import { OfferButton } from "#components/runs/offer-button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { type BigPress, isAtFoot } from "#lib/client/offers/big-press.ts";
import type { Offer } from "#lib/client/offers/offer.ts";
import type { CommandSender } from "#lib/client/run/use-command.ts";
import type { Step } from "#lib/domain/procedure.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";

type StepFootProps = {
  step: Step;
  shown: ShownState;
  foot: readonly Offer[];
  /** What a phone has at its foot instead. */
  press: BigPress | null;
  sender: CommandSender;
};

/** What can be done with the step. At most one button is filled, and one that may not be pressed says why. */
export function StepFoot({ step, shown, foot, press, sender }: StepFootProps) {
  const reasonId = useId();
  const shared = foot.length > 1 && foot.every(({ blocked }) => blocked === foot[0]?.blocked) ? foot[0]?.blocked : null;
  const explained = foot.some(({ consequence }) => consequence);
  return (
    <footer
      className={classNames(
        "grid gap-2 border-t border-line py-2 pr-4 pl-22 max-md:px-4 print:hidden",
        foot.length > 0 && foot.every((offer) => isAtFoot(offer, press)) && "max-md:in-data-foot:hidden",
      )}
    >
      <div className={classNames("empty:hidden", explained ? "grid gap-1" : "flex flex-wrap items-center gap-2")}>
        {foot.map((offer) => (
          <span
            key={`${shown} ${offer.label}`}
            className={isAtFoot(offer, press) ? "contents max-md:in-data-foot:hidden" : "contents"}
          >
            <OfferButton offer={offer} step={step} sender={sender} reasonAt={shared ? reasonId : undefined} />
          </span>
        ))}
        {shared && (
          <span id={reasonId} className="text-fg-2">
            {shared}
          </span>
        )}
      </div>
      {sender.refusal && <LaterRefusal sender={sender} />}
    </footer>
  );
}
