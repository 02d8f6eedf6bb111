"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { Refusal } from "#components/runs/refusal.tsx";
import { Button } from "#components/ui/button.tsx";
import { Section } from "#components/ui/section.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { TextArea, TextField } from "#components/ui/text-field.tsx";
import { parseDuration } from "#lib/client/duration-input.ts";
import { newId } from "#lib/client/new-id.ts";
import { useCommand } from "#lib/client/run/use-command.ts";
import type { Report } from "#lib/domain/report/report.ts";
import type { Command } from "#lib/domain/run/command.ts";
import { t } from "#lib/words/t.ts";

type ReviewFormsProps = { runId: string; report: Report; over: boolean; onDone: () => void };

/** What people add to the draft: findings, what only they know, and their names under it. */
export function ReviewForms({ runId, report, over, onDone }: ReviewFormsProps) {
  const open = report.review.findings.filter(({ closed }) => !closed);
  const shared = { runId, onDone };
  return (
    <div className="print:hidden">
      <Section title={t("Complete and sign off")} note={t("every entry is an event of the log")}>
        <div className="grid gap-6 lg:grid-cols-2">
          <AddFinding {...shared} />
          {open.length > 0 && <CloseFinding {...shared} open={open} />}
          <State {...shared} report={report} />
          <SignOff {...shared} over={over} />
        </div>
      </Section>
    </div>
  );
}

type Shared = { runId: string; onDone: () => void };

type SendFormProps = Shared & {
  title: string;
  send: string;
  /** The command, or what is still missing for it. */
  command: Command | string;
  onSent: () => void;
  children: ReactNode;
};

/** One press, one command; what was typed stays until the server has accepted it. */
function SendForm({ runId, title, send, command, onSent, onDone, children }: SendFormProps) {
  const sender = useCommand(runId);
  const missing = typeof command === "string" ? command : null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (typeof command === "string" || sender.pending) return;
    if (!(await sender.send(command))) return;
    onSent();
    onDone();
  };
  return (
    <form className="grid content-start gap-3" aria-label={title} onSubmit={(event) => void submit(event)}>
      <h3 className="font-semibold">{title}</h3>
      {children}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" blocked={missing} pending={sender.pending !== null && t("Sending…")}>
          {send}
        </Button>
      </div>
      <Refusal sender={sender} />
    </form>
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
  const [finding, setFinding] = useState(open[0]?.id ?? "");
  const [how, setHow] = useState("");
  const known = open.some(({ id }) => id === finding) ? finding : (open[0]?.id ?? "");
  return (
    <SendForm
      {...shared}
      title={t("Close a finding")}
      send={t("Close it")}
      command={
        how.trim() === ""
          ? t("How it was closed is needed.")
          : { type: "finding.close", finding: known, how: how.trim() }
      }
      onSent={() => setHow("")}
    >
      <SelectField label={t("Finding")} value={known} onChange={(event) => setFinding(event.target.value)}>
        {open.map(({ id, text }) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </SelectField>
      <TextField label={t("How")} maxLength={2_000} value={how} onChange={(event) => setHow(event.target.value)} />
    </SendForm>
  );
}

/** A duration as people write it, in seconds; undefined where the field is empty, null where it is none. */
function secondsIn(text: string): number | null | undefined {
  if (text.trim() === "") return undefined;
  return text.trim() === "0" ? 0 : parseDuration(text);
}

function State({ report, ...shared }: Shared & { report: Report }) {
  const numbers = report.steps.map(({ number }) => number);
  const [said, setSaid] = useState({ rpo: "", rpa: "", from: "", to: "" });
  const [rpo, rpa] = [secondsIn(said.rpo), secondsIn(said.rpa)];
  const half = (said.from === "") !== (said.to === "");
  const stated = {
    ...(typeof rpo === "number" && { rpoSeconds: rpo }),
    ...(typeof rpa === "number" && { rpaSeconds: rpa }),
    ...(said.from !== "" && said.to !== "" && { interruption: { from: said.from, to: said.to } }),
  };
  const missing =
    rpo === null || rpa === null
      ? t("Write 15 min, 1 h 30 min or 0.")
      : half
        ? t("An interruption has two steps.")
        : Object.keys(stated).length === 0
          ? t("Nothing is stated yet.")
          : null;
  const steps = ["", ...numbers].map((number) => (
    <option key={number} value={number}>
      {number === "" ? t("not stated") : t("step {step}", { step: number })}
    </option>
  ));
  return (
    <SendForm
      {...shared}
      title={t("What only people know")}
      send={t("State it")}
      command={missing ?? { type: "report.state", stated }}
      onSent={() => setSaid({ rpo: "", rpa: "", from: "", to: "" })}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label={t("Recovery point objective")}
          value={said.rpo}
          onChange={(event) => setSaid({ ...said, rpo: event.target.value })}
        />
        <TextField
          label={t("Data lost, actual")}
          value={said.rpa}
          onChange={(event) => setSaid({ ...said, rpa: event.target.value })}
        />
        <SelectField
          label={t("Nobody could work from the start of")}
          value={said.from}
          onChange={(event) => setSaid({ ...said, from: event.target.value })}
        >
          {steps}
        </SelectField>
        <SelectField
          label={t("to the end of")}
          value={said.to}
          onChange={(event) => setSaid({ ...said, to: event.target.value })}
        >
          {steps}
        </SelectField>
      </div>
    </SendForm>
  );
}

function SignOff({ over, ...shared }: Shared & { over: boolean }) {
  const [as, setAs] = useState("");
  const missing = over ? (as.trim() === "" ? t("Say as what you sign.") : null) : t("The run is not over.");
  return (
    <SendForm
      {...shared}
      title={t("Sign off")}
      send={t("Sign off")}
      command={missing ?? { type: "report.sign_off", as: as.trim() }}
      onSent={() => setAs("")}
    >
      <TextField
        label={t("You sign as")}
        hint={t("Such as Auditor or Head of operations. What is added later is shown as not signed.")}
        maxLength={300}
        value={as}
        onChange={(event) => setAs(event.target.value)}
      />
    </SendForm>
  );
}
