"use client";

import { useRunDesk } from "#components/runs/run-desk.tsx";
import type { StepPartProps } from "#components/runs/step-body.tsx";
import { CheckField } from "#components/ui/check-field.tsx";
import { Row } from "#components/ui/rows.tsx";
import { placesToChoose, placeWords } from "#lib/client/run-places.ts";
import { can } from "#lib/domain/grants.ts";
import { t } from "#lib/words/t.ts";

type PlaceChoiceProps = StepPartProps & { role: string; onChoose: (role: string) => void };

/** "A or B" is one step with two possible places: one of them is chosen before it is begun. */
export function PlaceChoice({ step, state, shown, role, onChoose }: PlaceChoiceProps) {
  const { run, person } = useRunDesk();
  const places = placesToChoose(run, step, state, shown);
  if (places.length === 0 || !can(person.role, "run.operate")) return null;
  return (
    <Row label={t("Place")}>
      <div
        role="radiogroup"
        aria-label={t("Place of step {step}", { step: step.number })}
        className="flex flex-wrap gap-x-4 gap-y-1"
      >
        {places.map((place) => (
          <CheckField
            key={place}
            type="radio"
            name={`place-${step.number}`}
            label={placeWords(run, place)}
            checked={place === role}
            onChange={() => onChoose(place)}
          />
        ))}
      </div>
    </Row>
  );
}
