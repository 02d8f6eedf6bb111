"use client";

import { useMemo } from "react";
import type { StepPartProps } from "#components/runs/card/step-body.tsx";
import { type RunDesk, useRunDesk } from "#components/runs/run-desk.tsx";
import { footOffers } from "#lib/client/offers/foot-offers.ts";
import type { Offer } from "#lib/client/offers/offer.ts";

/** What may be done with a step in the foot of its card, all of it blocked while the page is read only. */
export function useFootOffers({ step, state, shown, role }: StepPartProps & { role: string }): Offer[] {
  const { procedure, run, person, readOnly } = useRunDesk();
  return useMemo(
    () => heldOffers(footOffers({ procedure, run, person, step, state, shown, role }), readOnly),
    [procedure, run, person, readOnly, step, state, shown, role],
  );
}

export const heldOffers = (offers: readonly Offer[], readOnly: RunDesk["readOnly"]): Offer[] =>
  offers.map((offer) =>
    readOnly ? { ...offer, look: offer.look === "primary" ? "normal" : offer.look, blocked: readOnly } : offer,
  );
