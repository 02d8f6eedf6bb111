import { Clock3, FlaskConical, GitFork, MapPin, Pencil } from "lucide-react";
import { WrittenMachine } from "#components/procedures/written-machine.tsx";
import { Basis } from "#components/runs/card/basis.tsx";
import { Instructions } from "#components/runs/card/instructions.tsx";
import { BasisTag } from "#components/runs/card/remarks.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Caution } from "#components/ui/caution.tsx";
import { Chip, ChipRow } from "#components/ui/chip.tsx";
import { KindChip } from "#components/ui/kind-chip.tsx";
import { Mark } from "#components/ui/mark.tsx";
import { Row, Rows } from "#components/ui/rows.tsx";
import { TickBox } from "#components/ui/tick-box.tsx";
import { Words } from "#components/ui/words.tsx";
import { WrittenText } from "#components/ui/written-text.tsx";
import { formatDuration } from "#lib/client/format.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import { roleName } from "#lib/domain/role-name.ts";
import { conditionWords, drillWords, rolesWords } from "#lib/domain/written-step.ts";
import { row, t } from "#lib/words/t.ts";

/** A step as it will be read in a run: the same order, with roles in place of sites. */
export function WrittenStep({
  procedure,
  step,
  edit,
}: {
  procedure: Procedure;
  step: Step;
  edit?: string | undefined;
}) {
  return (
    <li
      id={`step-${step.number}`}
      className="break-inside-avoid overflow-hidden rounded border border-line bg-surface print:border-fg"
    >
      <div className="flex items-start gap-3 px-4 py-2.5">
        <b className="min-w-7 text-right text-m">{step.number}</b>
        <Mark kind={step.kind} state="not_started" size={22} />
        <h3 translate="no" className="min-w-0 flex-1 text-m font-semibold">
          {step.title}
        </h3>
        {edit && (
          <span className="print:hidden">
            <ButtonLink href={edit} size="small" look="plain" icon={<Pencil aria-hidden />}>
              {/* On a phone the title needs the room. */}
              <span className="max-md:sr-only">
                <Words
                  of="Change{step}"
                  with={{ step: <span className="sr-only"> {t("step {step}", { step: step.number })}</span> }}
                />
              </span>
            </ButtonLink>
          </span>
        )}
      </div>
      <div className="grid gap-2 pr-4 pb-3 pl-22 max-md:px-4">
        <Chips procedure={procedure} step={step} />
        <Rows>
          <Remarks procedure={procedure} step={step} />
        </Rows>
        {step.caution && (
          <div className="grid gap-1">
            <Caution>{step.caution}</Caution>
            <span className="empty:hidden">
              <BasisTag step={step} field="caution" />
            </span>
          </div>
        )}
        <Rows>
          <Instructions step={step}>
            <WrittenText>{step.instructions ?? ""}</WrittenText>
          </Instructions>
          <SubSteps procedure={procedure} step={step} />
          <Basis step={step} />
        </Rows>
      </div>
      <WrittenMachine procedure={procedure} step={step} />
    </li>
  );
}

function Chips({ procedure, step }: { procedure: Procedure; step: Step }) {
  const before = outline(procedure).predecessors.get(step.number) ?? [];
  return (
    <ChipRow>
      <Chip icon={<MapPin aria-hidden />}>
        {rolesWords(step)} <BasisTag step={step} field="roles" />
      </Chip>
      <span className="inline-flex items-center gap-1.5">
        <KindChip kind={step.kind} /> <BasisTag step={step} field="kind" />
      </span>
      <Chip icon={<Clock3 aria-hidden />}>
        {step.expectedSeconds
          ? t("about {duration}", { duration: formatDuration(step.expectedSeconds * 1_000) })
          : t("no estimate")}
      </Chip>
      {before.length > 0 && (
        <Chip icon={<GitFork aria-hidden />}>
          {t("after {steps}", { steps: row(before) })} <BasisTag step={step} field="dependsOn" />
        </Chip>
      )}
      <Chip icon={<FlaskConical aria-hidden />}>
        {t("in a drill {how}", { how: t(drillWords[step.inDrill]) })} <BasisTag step={step} field="inDrill" />
      </Chip>
      {step.irreversible && (
        <b>
          {t("Cannot be undone")} <BasisTag step={step} field="irreversible" />
        </b>
      )}
      {step.pointOfNoReturn && (
        <b>
          {t("Point of no return")} <BasisTag step={step} field="pointOfNoReturn" />
        </b>
      )}
    </ChipRow>
  );
}

function Remarks({ procedure, step }: { procedure: Procedure; step: Step }) {
  const condition = conditionWords(procedure, step.condition);
  return (
    <Row label={t("Remarks")}>
      <span className="flex flex-wrap gap-x-6">
        <span>
          {step.remarks ? (
            <span translate="no">{step.remarks}</span>
          ) : condition ? (
            t("None")
          ) : (
            t("None: always performed")
          )}{" "}
          <BasisTag step={step} field="remarks" />
        </span>
        {condition && (
          <span className="text-fg-2">
            <Words of="Performed when {condition}" with={{ condition: <b className="text-fg">{condition}</b> }} />{" "}
            <BasisTag step={step} field="condition" />
          </span>
        )}
      </span>
    </Row>
  );
}

function SubSteps({ procedure, step }: { procedure: Procedure; step: Step }) {
  if (step.subSteps.length === 0) return null;
  return (
    <Row
      label={
        <>
          {t("Sub-steps")} <BasisTag step={step} field="subSteps" />
        </>
      }
    >
      <ul className="grid gap-1">
        {step.subSteps.map((sub) => {
          const condition = conditionWords(procedure, sub.condition);
          return (
            <li key={sub.number} className="grid grid-cols-[1rem_2.25rem_minmax(0,1fr)] gap-x-2">
              <TickBox state="open" />
              <span className="font-mono text-mono leading-5">{sub.number}</span>
              <span>
                <span translate="no">{sub.title}</span>
                {sub.role && <span className="text-fg-2">{t(", at the {role}", { role: roleName(sub.role) })}</span>}
                {condition && <span className="block text-fg-2">{t("Only when {condition}", { condition })}</span>}
              </span>
            </li>
          );
        })}
      </ul>
    </Row>
  );
}
