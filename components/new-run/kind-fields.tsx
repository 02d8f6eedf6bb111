import { ChoiceCard, ChoiceCards } from "#components/ui/choice-card.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Plan } from "#lib/client/new-run.ts";
import type { Mode, RunType } from "#lib/domain/run/state.ts";

type KindFieldsProps = { plan: Plan; onMode: (mode: Mode) => void; onType: (type: RunType) => void };

/** Live or drill, lost site or planned move. */
export function KindFields({ plan, onMode, onType }: KindFieldsProps) {
  return (
    <Section title="What is it?">
      <div className="grid gap-3">
        <ChoiceCards label="Live or drill">
          <ChoiceCard
            name="mode"
            title="Live"
            description="Moves the service. Commands act."
            checked={plan.mode === "live"}
            onChange={() => onMode("live")}
          />
          <ChoiceCard
            name="mode"
            title="Drill"
            description="A rehearsal. Steps are simulated unless the procedure says otherwise."
            checked={plan.mode === "drill"}
            onChange={() => onMode("drill")}
          />
        </ChoiceCards>
        <ChoiceCards label="Unplanned or planned">
          <ChoiceCard
            name="type"
            title="Unplanned failover"
            description="A site is lost. Its steps drop out."
            checked={plan.type === "unplanned"}
            onChange={() => onType("unplanned")}
          />
          <ChoiceCard
            name="type"
            title="Planned switchover"
            description="Both sites work."
            checked={plan.type === "planned"}
            onChange={() => onType("planned")}
          />
        </ChoiceCards>
      </div>
    </Section>
  );
}
