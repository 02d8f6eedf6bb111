"use client";

import { FactFields } from "#components/new-run/fact-fields.tsx";
import { GateFields } from "#components/new-run/gate-fields.tsx";
import { KindFields } from "#components/new-run/kind-fields.tsx";
import { ObjectiveFields } from "#components/new-run/objective-fields.tsx";
import { PositionFields } from "#components/new-run/position-fields.tsx";
import { SiteFields } from "#components/new-run/site-fields.tsx";
import { type Plan, swapSites, withAnswer, withPreset, withSite, withType } from "#lib/client/new-run/new-run.ts";
import type { StepPreview } from "#lib/client/new-run/plan-preview.ts";
import type { ListedPerson, SignedIn } from "#lib/contract/people.ts";
import type { ProcedureSummary, ProcedureView } from "#lib/contract/procedures.ts";
import type { RunView } from "#lib/contract/runs.ts";
import type { Site } from "#lib/contract/sites.ts";

export type PlanFormProps = {
  first: Plan;
  chosen: ProcedureView;
  /** The procedure that was asked for; another one than `chosen` while it is fetched. */
  wanted: string;
  /** Whether something of it was chosen by hand before another procedure was. */
  carried: boolean;
  procedures: readonly ProcedureSummary[];
  sites: readonly Site[];
  last: RunView | null;
  people: readonly ListedPerson[];
  person: SignedIn;
  onProcedure: (id: string, plan: Plan) => void;
};

type PlanFieldsProps = PlanFormProps & {
  plan: Plan;
  steps: readonly StepPreview[];
  /** Why it cannot be created, by role. */
  objections: Readonly<Record<string, string>>;
  /** The objective as typed; `wrong` where that is no duration. */
  rto: { text: string; wrong: string | undefined };
  offerWrong: string | undefined;
  onPlan: (plan: Plan) => void;
  onRto: (text: string) => void;
};

/** What is asked before a run is created, in the order in which it is known. */
export function PlanFields(props: PlanFieldsProps) {
  const { plan, steps, chosen, people, person, rto, offerWrong, onProcedure, onPlan, onRto } = props;
  const procedure = chosen.document;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-6">
      <KindFields
        plan={plan}
        onMode={(mode) => onPlan({ ...plan, mode })}
        onType={(type) => onPlan(withType(plan, procedure, type))}
      />
      <SiteFields
        {...props}
        onProcedure={(id) => onProcedure(id, plan)}
        onSite={(role, site) => onPlan(withSite(plan, role, site))}
        onSwap={() => onPlan(swapSites(plan))}
      />
      <FactFields
        plan={plan}
        procedure={procedure}
        onAnswer={(fact, answer) => onPlan(withAnswer(plan, fact, answer))}
        onPreset={(preset) => onPlan(withPreset(plan, preset))}
      />
      <GateFields plan={plan} steps={steps} onPlan={onPlan} />
      <PositionFields plan={plan} procedure={procedure} people={people} onPlan={onPlan} />
      <ObjectiveFields
        plan={plan}
        people={people}
        person={person}
        offerWrong={offerWrong}
        onOffer={(offerCommandTo) => onPlan({ ...plan, offerCommandTo })}
        ownRtoSeconds={procedure.rtoSeconds}
        rtoText={rto.text}
        rtoWrong={rto.wrong}
        onRto={onRto}
        onDeclared={(declaredAt) => onPlan({ ...plan, declaredAt })}
      />
    </div>
  );
}
