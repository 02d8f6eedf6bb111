"use client";

import { useMemo } from "react";
import type { StepPartProps } from "#components/runs/card/step-body.tsx";
import { heldOffers } from "#components/runs/card/use-foot-offers.ts";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { type StepOffers, stepOffers } from "#lib/client/offers/step-offers.ts";

/** The same with what its menu offers. */
export function useStepOffers({ step, state, shown, role }: StepPartProps & { role: string }): StepOffers {
  const { procedure, run, person, readOnly } = useRunDesk();
  return useMemo(() => {
    const { foot, menu } = stepOffers({ procedure, run, person, step, state, shown, role });
    return { foot: heldOffers(foot, readOnly), menu: heldOffers(menu, readOnly) };
  }, [procedure, run, person, readOnly, step, state, shown, role]);
}
