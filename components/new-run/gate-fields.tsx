import { CheckField } from "#components/ui/check-field.tsx";
import { Lines } from "#components/ui/lines.tsx";
import { Section } from "#components/ui/section.tsx";
import { type Plan, withGate } from "#lib/client/new-run/new-run.ts";
import { gateNames } from "#lib/client/run/gate-words.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { t } from "#lib/words/t.ts";

type GateFieldsProps = { plan: Plan; procedure: Procedure; onPlan: (plan: Plan) => void };

/** Decisions that we suggest and the procedure does not ask for: each may be left out of this run. */
export function GateFields({ plan, procedure, onPlan }: GateFieldsProps) {
  const suggested = outline(procedure).steps.flatMap(({ number, title, gate }) =>
    gate?.suggested ? [{ number, title, kind: gate.kind }] : [],
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
