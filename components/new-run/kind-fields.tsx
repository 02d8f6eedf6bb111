import { ChoiceCard, ChoiceCards } from "#components/ui/choice-card.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Plan } from "#lib/client/new-run/new-run.ts";
import type { Mode, RunType } from "#lib/domain/run/state.ts";
import { t } from "#lib/words/t.ts";

type KindFieldsProps = { plan: Plan; onMode: (mode: Mode) => void; onType: (type: RunType) => void };

/** Live or drill, lost site or planned move. */
export function KindFields({ plan, onMode, onType }: KindFieldsProps) {
  return (
    <Section title={t("What is it?")}>
      <div className="grid gap-3">
        <ChoiceCards label={t("Live or drill")}>
          <ChoiceCard
            name="mode"
            title={t("Live")}
            description={t("Moves the service. Commands act.")}
            checked={plan.mode === "live"}
            onChange={() => onMode("live")}
          />
          <ChoiceCard
            name="mode"
            title={t("Drill")}
            description={t("A rehearsal. Steps are simulated unless the procedure says otherwise.")}
            checked={plan.mode === "drill"}
            onChange={() => onMode("drill")}
          />
        </ChoiceCards>
        <ChoiceCards label={t("Unplanned or planned")}>
          <ChoiceCard
            name="type"
            title={t("Unplanned failover")}
            description={t("A site is lost. Facts decide what drops out.")}
            checked={plan.type === "unplanned"}
            onChange={() => onType("unplanned")}
          />
          <ChoiceCard
            name="type"
            title={t("Planned switchover")}
            description={t("Both sites work.")}
            checked={plan.type === "planned"}
            onChange={() => onType("planned")}
          />
        </ChoiceCards>
      </div>
    </Section>
  );
}
