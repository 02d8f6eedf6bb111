"use client";

import { useId } from "react";
import type { StepPartProps } from "#components/runs/card/step-body.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { CheckField } from "#components/ui/check-field.tsx";
import { Row } from "#components/ui/rows.tsx";
import { type BigPress, placesAtFoot } from "#lib/client/offers/big-press.ts";
import { placesToChoose, placeWords } from "#lib/client/run/run-places.ts";
import { can } from "#lib/domain/grants.ts";
import type { Step } from "#lib/domain/procedure.ts";
import { t } from "#lib/words/t.ts";

type PlaceChoiceProps = StepPartProps & { role: string; press: BigPress | null };

/** "A or B" is one step with two possible places: one of them is chosen before it is begun. */
export function PlaceChoice({ step, state, shown, role, press }: PlaceChoiceProps) {
  const { run, person } = useRunDesk();
  const places = placesToChoose(run, step, state, shown);
  if (places.length === 0 || !can(person.role, "run.operate")) return null;
  return (
    <Row label={t("Place")} atFoot={placesAtFoot(press).length > 0}>
      <Places step={step} places={places} role={role} />
    </Row>
  );
}

type PlacesProps = { step: Step; places: readonly string[]; role: string };

export function Places({ step, places, role }: PlacesProps) {
  const { run, choosePlace } = useRunDesk();
  // The card and the foot of a phone have one each.
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={t("Place of step {step}", { step: step.number })}
      className="flex flex-wrap gap-x-4 gap-y-1"
    >
      {places.map((place) => (
        <CheckField
          key={place}
          type="radio"
          name={name}
          label={placeWords(run, place)}
          checked={place === role}
          onChange={() => choosePlace(step.number, place)}
        />
      ))}
    </div>
  );
}
