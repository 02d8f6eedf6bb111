"use client";

import { useRunDesk } from "#components/runs/run-desk.tsx";
import type { StepPartProps } from "#components/runs/step-body.tsx";
import { CheckField } from "#components/ui/check-field.tsx";
import { Row } from "#components/ui/rows.tsx";
import { placeWords } from "#lib/client/run-places.ts";
import { can } from "#lib/domain/grants.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";
import { t } from "#lib/words/t.ts";

const choosable: ReadonlySet<ShownState> = new Set(["ready", "failed", "timed_out", "interrupted", "canceled"]);

type PlaceChoiceProps = StepPartProps & { role: string; onChoose: (role: string) => void };

/** "A or B" is one step with two possible places: one of them is chosen before it is begun. */
export function PlaceChoice({ step, state, shown, role, onChoose }: PlaceChoiceProps) {
  const { run, person } = useRunDesk();
  // What was approved was approved for one place.
  if (state.gate?.how) return null;
  const places = step.roles.filter((each) => run.sites[each]);
  if (places.length < 2 || !choosable.has(shown) || !can(person.role, "run.operate")) return null;
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
