import { CheckField } from "#components/ui/check-field.tsx";
import { Lines } from "#components/ui/lines.tsx";
import { Section } from "#components/ui/section.tsx";
import { type Plan, withGate } from "#lib/client/new-run/new-run.ts";
import type { StepPreview } from "#lib/client/new-run/plan-preview.ts";
import { gateNames } from "#lib/client/run/gate-words.ts";
import { t } from "#lib/words/t.ts";

type GateFieldsProps = { plan: Plan; steps: readonly StepPreview[]; onPlan: (plan: Plan) => void };

/** Decisions that we suggest and the procedure does not ask for, at steps that may apply: each may be left out of this run. */
export function GateFields({ plan, steps, onPlan }: GateFieldsProps) {
  const suggested = steps.flatMap(({ step: { number, title, gate }, applicability }) =>
    gate?.suggested && applicability !== "not_applicable" ? [{ number, title, kind: gate.kind }] : [],
  );
  if (suggested.length === 0) return null;
  return (
    <Section title={t("Decisions")} note={t("our suggestion, not in the procedure: leave out what you do not want")}>
      <Lines>
        {suggested.map(({ number, title, kind }) => (
          <li key={number}>
            <CheckField
              label={t("{gate} before step {step}", { gate: t(gateNames[kind]), step: number })}
              hint={title}
              checked={!plan.withoutGates.includes(number)}
              onChange={(event) => onPlan(withGate(plan, number, event.target.checked))}
            />
          </li>
        ))}
      </Lines>
    </Section>
  );
}
