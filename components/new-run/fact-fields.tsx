import { FilterButton } from "#components/ui/filter-button.tsx";
import { Lines } from "#components/ui/lines.tsx";
import { Section } from "#components/ui/section.tsx";
import { Segmented, yesNoUnknown } from "#components/ui/segmented.tsx";
import { followedPreset, type Plan } from "#lib/client/new-run/new-run.ts";
import { decidedBy } from "#lib/client/run/decided-by.ts";
import type { Answer } from "#lib/domain/condition.ts";
import type { Preset, Procedure } from "#lib/domain/procedure.ts";
import { row, t } from "#lib/words/t.ts";

type FactFieldsProps = {
  plan: Plan;
  procedure: Procedure;
  onAnswer: (fact: string, answer: Answer) => void;
  onPreset: (preset: Preset) => void;
};

/** The situation: each question with the steps that hang on its answer. */
export function FactFields({ plan, procedure, onAnswer, onPreset }: FactFieldsProps) {
  if (procedure.facts.length === 0) return null;
  const followed = followedPreset(plan, procedure);
  return (
    <Section
      title={t("Facts")}
      note={t("may be answered again during the run")}
      end={
        procedure.presets.length > 0 && (
          <span className="flex flex-wrap items-center gap-1">
            {procedure.presets.map((preset) => (
              <FilterButton key={preset.key} pressed={preset === followed} onClick={() => onPreset(preset)}>
                {preset.title}
              </FilterButton>
            ))}
          </span>
        )
      }
    >
      <Lines>
        {procedure.facts.map(({ key, question }) => {
          const steps = decidedBy(procedure, key);
          return (
            <li
              key={key}
              className="grid items-center gap-x-3 gap-y-1 sm:grid-cols-[minmax(0,1fr)_minmax(0,5rem)_auto]"
            >
              <span>{question}</span>
              <span className="text-fg-3 sm:text-right">
                {steps.length > 0 && <span className="sm:sr-only">{t("decides")} </span>}
                {row(steps)}
              </span>
              <Segmented
                label={question}
                options={yesNoUnknown}
                value={plan.facts[key] ?? "unknown"}
                onChange={(answer) => onAnswer(key, answer)}
              />
            </li>
          );
        })}
      </Lines>
    </Section>
  );
}
