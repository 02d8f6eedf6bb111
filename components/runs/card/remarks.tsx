"use client";

import { MoveRight } from "lucide-react";
import type { StepPartProps } from "#components/runs/card/step-body.tsx";
import { useRunDesk } from "#components/runs/run-desk.tsx";
import { Row } from "#components/ui/rows.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { resultWords } from "#lib/client/run/decided-by.ts";
import { basisMarks } from "#lib/client/run/provenance-words.ts";
import type { Provenance, Step } from "#lib/domain/procedure.ts";
import { type Judgement, judgement } from "#lib/domain/run/judgement.ts";
import { t } from "#lib/words/t.ts";

/** What people read, then what the machine made of it: fact, answer, result. */
export function Remarks({ step }: StepPartProps) {
  const { procedure, run } = useRunDesk();
  const judged = judgement(procedure, run, step);
  return (
    <Row label={step.remarks || !judged ? t("Remarks") : t("Condition")}>
      <span className="flex flex-wrap gap-x-6">
        <span className="empty:hidden">
          {step.remarks ? <span translate="no">{step.remarks}</span> : !judged && t("None: always performed")}
          <BasisTag step={step} field="remarks" />
        </span>
        {judged && (
          <span className="text-fg-2">
            <Judged judged={judged} /> <BasisTag step={step} field="condition" />
          </span>
        )}
      </span>
    </Row>
  );
}

function Judged({ judged }: { judged: Judgement }) {
  return (
    <>
      {judged.leftOutOfDrills && `${t("Left out of drills")} `}
      {judged.onlyInDrills && `${t("Cleans up after drills only")} `}
      {judged.terms.map(({ label, answer }, place) => (
        <span key={label}>
          {place > 0 && t(", ")}
          <span translate="no">{label}</span>:{" "}
          <b className={answer === "unknown" ? "text-wait" : "text-fg"}>{t(answer)}</b>
        </span>
      ))}{" "}
      <MoveRight role="img" aria-label={t("so")} className="inline size-3.5 text-fg-3" />{" "}
      <b className="text-fg">{t(resultWords[judged.applicability])}</b>
    </>
  );
}

/** Marks what is not the published text itself; the whole sentence stands further down the card. */
export function BasisTag({ step, field }: { step: Step; field: Provenance["field"] }) {
  const from = step.provenance.find((each) => each.field === field);
  return from ? <Tag>{t(basisMarks[from.basis])}</Tag> : null;
}
