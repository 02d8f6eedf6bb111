import { WrittenCommand } from "#components/procedures/written-command.tsx";
import { BasisTag } from "#components/runs/card/remarks.tsx";
import { Row, Rows } from "#components/ui/rows.tsx";
import { outline } from "#lib/domain/outline.ts";
import { duration } from "#lib/domain/paper/duration.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import { failureWords } from "#lib/domain/work-words.ts";
import { rolesWords, writtenAction, writtenLook } from "#lib/domain/written-step.ts";
import { row, t } from "#lib/words/t.ts";

/** What a machine does for the step, and what people are asked for it. */
export function WrittenMachine({ procedure, step }: { procedure: Procedure; step: Step }) {
  const { action, precheck, inputs = [], outputs = [], uses = [] } = step;
  const nothing = !action && !precheck && !step.expected && inputs.length + outputs.length + uses.length === 0;
  if (nothing && !step.cleanUp) return null;
  return (
    <div className="border-t border-line bg-sunken py-2 pr-4 pl-22 max-md:px-4">
      <Rows>
        {action && <ActionRows step={step} action={action} />}
        {inputs.length > 0 && (
          <Row label={t("Asks for")}>{row(inputs.map(({ label, type }) => `${label} (${t(type)})`))}</Row>
        )}
        {uses.length > 0 && (
          <Row label={t("Uses")}>
            {row(usedBy(procedure, uses))} <BasisTag step={step} field="uses" />
          </Row>
        )}
        {outputs.length > 0 && (
          <Row label={t("Gives")}>
            {row(
              outputs.map(({ label, from }) => (from ? label : t("{output}, entered by a person", { output: label }))),
            )}{" "}
            <BasisTag step={step} field="outputs" />
          </Row>
        )}
        {precheck && (
          <Row label={t("Before")}>
            <WrittenCommand argv={writtenLook(precheck.that)} />
          </Row>
        )}
        <ExpectedRow step={step} />
        {action && <Row label={t("On failure")}>{failureWords(action)}</Row>}
        {step.cleanUp && <Row label={t("Clean-up")}>{t("Only in drills, which end when it is done or skipped.")}</Row>}
      </Rows>
    </div>
  );
}

/** "Folder of the export (step 3)": by the name that the step which gives it has for it. */
const usedBy = (procedure: Procedure, uses: readonly string[]): string[] =>
  outline(procedure).steps.flatMap(({ number, outputs = [] }) =>
    outputs
      .filter(({ name }) => uses.includes(name))
      .map(({ label }) => `${label} (${t("step {step}", { step: number })})`),
  );

function ActionRows({ step, action }: { step: Step; action: NonNullable<Step["action"]> }) {
  return (
    <>
      <Row label={t("Will run at")}>
        {t("{roles}, timeout {duration}", {
          roles: rolesWords(step),
          duration: duration(action.timeoutSeconds),
        })}{" "}
        <BasisTag step={step} field="action" />
      </Row>
      {writtenAction(action).map(({ label, parts }) => (
        <Row key={`${label} ${JSON.stringify(parts)}`} label={label}>
          <WrittenCommand argv={parts} />
        </Row>
      ))}
    </>
  );
}

function ExpectedRow({ step: { expected } }: { step: Step }) {
  if (!expected) return null;
  return (
    <Row label={t("Afterwards")}>
      {"confirm" in expected ? (
        t("A person confirms: {expected}", { expected: expected.confirm })
      ) : (
        <WrittenCommand argv={writtenLook(expected.probe.that)} />
      )}
    </Row>
  );
}
