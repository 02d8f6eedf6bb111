"use client";

import type { StepPartProps } from "#components/runs/card/step-body.tsx";
import { useStepOffers } from "#components/runs/card/use-step-offers.ts";
import { buttonsItem, meaningItem } from "#components/runs/meaning-item.ts";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Menu } from "#components/ui/menu.tsx";
import { stateHelpAddress } from "#lib/client/help/help-address.ts";
import { atPlace } from "#lib/client/offers/big-press.ts";
import { placeOf, placesToChoose } from "#lib/client/run/run-places.ts";
import { stepWord } from "#lib/domain/run/state-words.ts";
import { t } from "#lib/words/t.ts";

/** The less frequent things to do with a step, behind the dots in its head. */
export function StepMenu(props: StepPartProps) {
  const { step, state, shown } = props;
  const { run, places, ask, explain } = useRunDesk();
  const { foot, menu } = useStepOffers({ ...props, role: placeOf(run, props, places[step.number]) });
  const choice = placesToChoose(run, step, state, shown);
  const named = menu.map((offer) => atPlace(run, offer, choice));
  const items = named.map((offer) => ({
    label: offer.label,
    blocked: offer.blocked,
    onSelect: () => ask(offer, step),
  }));
  const buttons = foot.length + menu.length > 0 ? [buttonsItem(() => explain(step))] : [];
  const meaning = meaningItem(stepWord({ step, state, shown }), stateHelpAddress(shown));
  return (
    <Menu
      label={t("More for step {step}", { step: step.number })}
      heading={t("Step {step} {title}", { step: step.number, title: step.title })}
      items={[...items, ...buttons, meaning]}
    />
  );
}
