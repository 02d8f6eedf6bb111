import { Lines } from "#components/ui/lines.tsx";
import { Row, Rows } from "#components/ui/rows.tsx";
import { Section } from "#components/ui/section.tsx";
import { decidedBy } from "#lib/client/run/decided-by.ts";
import { factLabel } from "#lib/domain/outline.ts";
import { duration } from "#lib/domain/paper/duration.ts";
import type { Preset, Procedure } from "#lib/domain/procedure.ts";
import { roleName } from "#lib/domain/role-name.ts";
import { row, t } from "#lib/words/t.ts";

/** What the procedure asks about the situation, and which steps hang on it. */
export function ProcedureFacts({ procedure }: { procedure: Procedure }) {
  if (procedure.facts.length === 0) return null;
  return (
    <Section title={t("Facts it asks")} note={t("each run answers them: yes, no or unknown")}>
      <Lines>
        {procedure.facts.map(({ key, question }) => (
          <li key={key} className="flex flex-wrap items-center gap-x-4">
            <span className="min-w-0 flex-1">{question}</span>
            <span className="text-fg-2">{deciding(decidedBy(procedure, key))}</span>
          </li>
        ))}
      </Lines>
    </Section>
  );
}

function deciding(steps: readonly string[]): string {
  if (steps.length === 0) return t("decides nothing yet");
  const said = { steps: row(steps) };
  return steps.length > 1 ? t("decides steps {steps}", said) : t("decides step {steps}", said);
}

export function ProcedureFrame({ procedure }: { procedure: Procedure }) {
  return (
    <Section title={t("Roles and objective")}>
      <Rows>
        {procedure.roles.map(({ key, title }) => (
          <Row key={key} label={roleName(key)}>
            {title}
          </Row>
        ))}
        <Row label="RTO">
          {procedure.rtoSeconds ? duration(procedure.rtoSeconds) : t("none: each run may set its own")}
        </Row>
        {procedure.presets.map((preset) => (
          <Row key={preset.key} label={t("One press")}>
            <b translate="no">{preset.title}</b>
            {t(", ")}
            {t(preset.type)}: <span className="text-fg-2">{answers(procedure, preset)}</span>
          </Row>
        ))}
      </Rows>
    </Section>
  );
}

const answers = (procedure: Procedure, preset: Preset): string =>
  row(Object.entries(preset.facts).map(([key, answer]) => `${factLabel(procedure, key)} ${t(answer)}`));
