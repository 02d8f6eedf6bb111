"use client";

import { useState } from "react";
import { SendForm, type Shared } from "#components/report/send-form.tsx";
import { SignOff } from "#components/report/sign-off.tsx";
import { StateForm } from "#components/report/state-form.tsx";
import { Section } from "#components/ui/section.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { TextArea, TextField } from "#components/ui/text-field.tsx";
import { newId } from "#lib/client/new-id.ts";
import type { Person } from "#lib/domain/actor.ts";
import type { Report } from "#lib/domain/report/report.ts";
import { t } from "#lib/words/t.ts";

type ReviewFormsProps = Shared & { report: Report; over: boolean; person: Person };

/** What people add to the draft: findings, what only they know, and their names under it. */
export function ReviewForms({ runId, report, over, person, onDone }: ReviewFormsProps) {
  const open = report.review.findings.filter(({ closed }) => !closed);
  const shared = { runId, onDone };
  return (
    <div className="print:hidden">
      <Section title={t("Complete and sign off")} note={t("every entry is an event of the log")}>
        <div className="grid gap-6 lg:grid-cols-2">
          <AddFinding {...shared} />
          <CloseFinding {...shared} open={open} />
          <StateForm {...shared} report={report} />
          <SignOff {...shared} report={report} over={over} person={person} />
        </div>
      </Section>
    </div>
  );
}

function AddFinding(shared: Shared) {
  const nothing = { text: "", owner: "", dueOn: "" };
  const [said, setSaid] = useState(nothing);
  const { text, owner, dueOn } = said;
  const whole = text.trim() !== "" && owner.trim() !== "";
  const finding = { finding: newId(), text: text.trim(), owner: owner.trim(), ...(dueOn !== "" && { dueOn }) };
  return (
    <SendForm
      {...shared}
      title={t("A finding")}
      send={t("Add finding")}
      command={whole ? { type: "finding.add", ...finding } : t("What was found and whose it is are needed.")}
      onSent={() => setSaid(nothing)}
    >
      <TextArea
        label={t("What was found")}
        rows={2}
        maxLength={2_000}
        value={text}
        onChange={(event) => setSaid({ ...said, text: event.target.value })}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label={t("Owner")}
          maxLength={300}
          value={owner}
          onChange={(event) => setSaid({ ...said, owner: event.target.value })}
        />
        <TextField
          label={t("Due")}
          type="date"
          value={dueOn}
          onChange={(event) => setSaid({ ...said, dueOn: event.target.value })}
        />
      </div>
    </SendForm>
  );
}

function CloseFinding({ open, ...shared }: Shared & { open: Report["review"]["findings"] }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [how, setHow] = useState("");
  const finding = chosen ?? open[0]?.id ?? "";
  // Somebody else may have closed it meanwhile: what is written of it is not about another one.
  const isOpen = open.some(({ id }) => id === finding);
  return (
    <SendForm
      {...shared}
      title={t("Close a finding")}
      send={t("Close finding")}
      needless={open.length === 0 && chosen === null}
      command={
        open.length === 0
          ? t("No finding is open.")
          : !isOpen
            ? t("Choose the finding.")
            : how.trim() === ""
              ? t("How it was closed is needed.")
              : { type: "finding.close", finding, how: how.trim() }
      }
      onSent={() => {
        setHow("");
        setChosen(null);
      }}
    >
      {open.length > 0 && (
        <SelectField
          label={t("Finding")}
          value={isOpen ? finding : ""}
          onChange={(event) => setChosen(event.target.value)}
        >
          {!isOpen && <option value="">{t("not chosen")}</option>}
          {open.map(({ id, text }) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </SelectField>
      )}
      <TextField
        label={t("How")}
        maxLength={2_000}
        value={how}
        onChange={(event) => {
          setHow(event.target.value);
          setChosen(finding);
        }}
      />
    </SendForm>
  );
}
