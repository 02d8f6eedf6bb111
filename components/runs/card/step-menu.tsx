"use client";

import type { StepPartProps } from "#components/runs/card/step-body.tsx";
import { useStepOffers } from "#components/runs/card/use-step-offers.ts";
import { buttonsItem, meaningItem } from "#components/runs/meaning-item.ts";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Menu } from "#components/ui/menu.tsx";
import { stateHelpAddress } from "#lib/client/help/help-address.ts";
import { stepWord } from "#lib/domain/run/state-words.ts";
import { t } from "#lib/words/t.ts";

/** The less frequent things to do with a step, behind the dots in its head. */
export function StepMenu({ step, state, shown }: StepPartProps) {
  const { ask, explain } = useRunDesk();
  const { foot, menu } = useStepOffers({ step, state, shown, role: step.roles[0] ?? "" });
  const items = menu.map((offer) => ({
    label: offer.label,
    blocked: offer.blocked,
    onSelect: () => ask(offer, step),
  }));
  const buttons = foot.length + menu.length > 0 ? [buttonsItem(() => explain(step))] : [];
  const meaning = meaningItem(stepWord({ step, state, shown }), stateHelpAddress(shown));
  return <Menu label={t("More for step {step}", { step: step.number })} items={[...items, ...buttons, meaning]} />;
}
