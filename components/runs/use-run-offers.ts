"use client";

import { useMemo } from "react";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import type { Offer } from "#lib/client/offers/offer.ts";
import { type RunOffers, runOffers } from "#lib/client/offers/run-offers.ts";

/** What may be done with the run as a whole, all of it blocked while the page is read only. */
export function useRunOffers(): RunOffers {
  const { procedure, run, person, readOnly } = useRunDesk();
  return useMemo(() => {
    const offers = runOffers({ procedure, run, person });
    const held = (offer: Offer): Offer => (readOnly ? { ...offer, blocked: readOnly } : offer);
    const { primary, menu } = offers;
    return { primary: primary && held(primary), menu: menu.map(held) };
  }, [procedure, run, person, readOnly]);
}
