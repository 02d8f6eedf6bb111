"use client";

import { useId } from "react";
import { OfferButton } from "#components/runs/offer-button.tsx";
import { Refusal } from "#components/runs/refusal.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import type { StepPartProps } from "#components/runs/step-body.tsx";
import { useStepOffers } from "#components/runs/use-step-offers.ts";
import { Menu } from "#components/ui/menu.tsx";
import { useCommand } from "#lib/client/use-command.ts";

/** What can be done with the step. At most one button is filled, and one that may not be pressed says why. */
export function StepFoot(props: StepPartProps & { role: string }) {
  const { step, shown } = props;
  const desk = useRunDesk();
  const sender = useCommand(desk.run.id);
  const reasonId = useId();
  const { foot, menu } = useStepOffers(props);
  const more = menu.map((offer) => ({
    label: offer.label,
    blocked: offer.blocked,
    onSelect: () => desk.ask(offer, step),
  }));
  if (foot.length === 0 && more.length === 0) return null;
  const shared = foot.length > 1 && foot.every(({ blocked }) => blocked === foot[0]?.blocked) ? foot[0]?.blocked : null;
  const explained = foot.some(({ consequence }) => consequence);
  return (
    <footer className="border-t border-line py-2 pr-4 pl-22 max-md:px-4 print:hidden">
      <div className="flex items-start gap-2">
        <div className={explained ? "grid min-w-0 flex-1 gap-1" : "flex min-w-0 flex-1 flex-wrap items-center gap-2"}>
          {foot.map((offer) => (
            <OfferButton
              key={`${shown} ${offer.label}`}
              offer={offer}
              step={step}
              sender={sender}
              reasonAt={shared ? reasonId : undefined}
            />
          ))}
          {shared && (
            <span id={reasonId} className="text-fg-2">
              {shared}
            </span>
          )}
        </div>
        {more.length > 0 && <Menu label={`More for step ${step.number}`} items={more} />}
      </div>
      {sender.refusal && (
        <div className="mt-2">
          <Refusal sender={sender} />
        </div>
      )}
    </footer>
  );
}
