"use client";

import { useMemo } from "react";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import type { StepPartProps } from "#components/runs/step-body.tsx";
import type { Offer } from "#lib/client/offers/offer.ts";
import { type StepOffers, stepOffers } from "#lib/client/offers/step-offers.ts";

/** What may be done with a step, all of it blocked while the page is read only. */
export function useStepOffers({ step, state, shown, role }: StepPartProps & { role: string }): StepOffers {
  const { procedure, run, person, readOnly } = useRunDesk();
  return useMemo(() => {
    const { foot, menu } = stepOffers({ procedure, run, person, step, state, shown, role });
    const lookOf = ({ look }: Offer) => (look === "primary" ? "normal" : look);
    const held = (offer: Offer): Offer => (readOnly ? { ...offer, look: lookOf(offer), blocked: readOnly } : offer);
    return { foot: foot.map(held), menu: menu.map(held) };
  }, [procedure, run, person, readOnly, step, state, shown, role]);
}
