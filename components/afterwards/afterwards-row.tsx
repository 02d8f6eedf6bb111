"use client";

import { Check, RedoDot, X } from "lucide-react";
import type { ReactNode } from "react";
import { WhichOfTwo } from "#components/runs/dialog/which-of-two.tsx";
import { Time } from "#components/shell/time.tsx";
import { Mark } from "#components/ui/mark.tsx";
import type { Tone } from "#components/ui/mark-state.ts";
import { Outcome } from "#components/ui/outcome.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { StateLabel } from "#components/ui/state-label.tsx";
import { TextArea, TextField } from "#components/ui/text-field.tsx";
import { Words } from "#components/ui/words.tsx";
import { LONGEST, outputsAsked, type Row, type Wrong } from "#lib/client/afterwards/afterwards.ts";
import { fromLocalInput, localZoneName } from "#lib/client/local-time.ts";
import { placesWords } from "#lib/client/run/run-places.ts";
import type { Step } from "#lib/domain/procedure.ts";
import { shownState } from "#lib/domain/run/digest.ts";
import { stepState } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { stepWord } from "#lib/domain/run/state-words.ts";
import type { Sentence } from "#lib/words/japanese.ts";
import { type PlainSentence, t } from "#lib/words/t.ts";
import { formatDateTime } from "#lib/words/time.ts";

type AfterwardsRowProps = {
  run: Run;
  step: Step;
  row: Row;
  /** What to say about its fields now. */
  wrong: Wrong;
  disabled: boolean;
  onChange: (said: Partial<Row>) => void;
};

const choices = [
  { value: "", label: "Still open" },
  { value: "done", label: "Done" },
  { value: "failed", label: "Failed" },
  { value: "skipped", label: "Skipped" },
] as const satisfies readonly { value: Row["what"]; label: PlainSentence }[];

/** One step of the list: what became of it without the console. */
export function AfterwardsRow(props: AfterwardsRowProps) {
  const { run, step, row, disabled, onChange } = props;
  const state = stepState(run, step.number);
  const shown = state && shownState(run, step, state);
  return (
    <fieldset className="grid gap-3 rounded border border-line bg-surface px-4 py-3">
      <legend className="sr-only">{t("Step {step}: {title}", { step: step.number, title: step.title })}</legend>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-64">
          <b aria-hidden className="text-m">
            {step.number} {step.title}
          </b>
          <span className="block text-fg-2">
            {shown && (
              <span className="mr-1 inline-block align-[-0.25em]">
                <Mark kind={step.kind} state={shown} size={18} />
              </span>
            )}
            {shown && <StateLabel state={shown} word={stepWord({ step, state, shown })} />}, {placesWords(run, step)}
          </span>
        </p>
        {row.savedAt === undefined ? (
          <Segmented
            label={t("What became of step {step}", { step: step.number })}
            options={choices.map(({ value, label }) => ({ value, label: t(label) }))}
            value={row.what}
            disabled={disabled}
            onChange={(what) => onChange({ what })}
          />
        ) : (
          <Saved row={row} at={fromLocalInput(row.atLocal, row.later) ?? row.savedAt} />
        )}
      </div>
      {row.what !== "" && row.savedAt === undefined && <Fields {...props} />}
    </fieldset>
  );
}

const savedLooks = {
  done: { tone: "done", icon: <Check aria-hidden />, of: "Saved: done by {who}, {at}" },
  failed: { tone: "bad", icon: <X aria-hidden />, of: "Saved: tried by {who}, {at}" },
  skipped: { tone: "skip", icon: <RedoDot aria-hidden />, of: "Saved: skipped as decided by {who}, {at}" },
} as const satisfies Record<Exclude<Row["what"], "">, { tone: Tone; icon: ReactNode; of: Sentence }>;

/** What the record says now: who did what and when, not who saved it. */
function Saved({ row, at }: { row: Row; at: string }) {
  const { tone, icon, of } = savedLooks[row.what || "done"];
  return (
    <Outcome tone={tone} icon={icon}>
      <span>
        <Words of={of} with={{ who: row.by, at: <Time at={at} show="dateTime" /> }} />
      </span>
    </Outcome>
  );
}

function Fields(props: AfterwardsRowProps) {
  const { row, wrong, disabled, onChange } = props;
  const at = fromLocalInput(row.atLocal, row.later);
  const skipped = row.what === "skipped";
  return (
    <>
      {row.refusal !== undefined && (
        <p role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Outcome tone="bad" icon={<X aria-hidden />}>
            {row.unanswered ? t("No answer") : t("Not saved")}
          </Outcome>
          <span className="min-w-0">{row.refusal}</span>
        </p>
      )}
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label={skipped ? t("Decided by") : row.what === "failed" ? t("Tried by") : t("Done by")}
          maxLength={LONGEST.by}
          value={row.by}
          error={wrong.by}
          disabled={disabled}
          onChange={(event) => onChange({ by: event.target.value })}
        />
        <TextField
          label={t("When, {zone}", { zone: localZoneName(at) })}
          type="datetime-local"
          step={1}
          value={row.atLocal}
          error={wrong.at}
          hint={at === null ? t("Recorded and shown in UTC, too.") : formatDateTime(at, "UTC", "second")}
          disabled={disabled}
          onChange={(event) => onChange({ atLocal: event.target.value, later: undefined })}
        />
        <WhichOfTwo
          of={row.atLocal}
          later={row.later ?? false}
          disabled={disabled}
          onChange={(later) => onChange({ later })}
        />
      </div>
      <TextArea
        label={
          skipped
            ? t("Why it was skipped")
            : row.what === "failed"
              ? t("What failed")
              : t("What was done, and how one can see it")
        }
        rows={2}
        maxLength={LONGEST.note}
        value={row.note}
        error={wrong.note}
        disabled={disabled}
        onChange={(event) => onChange({ note: event.target.value })}
      />
      {row.what === "done" && <Outputs {...props} />}
      {row.outOfTurn && !skipped && (
        <TextArea
          label={t("Why before its turn")}
          rows={2}
          maxLength={LONGEST.early}
          value={row.early}
          error={wrong.early}
          disabled={disabled}
          onChange={(event) => onChange({ early: event.target.value })}
        />
      )}
    </>
  );
}

/** What the step gives to later ones. */
function Outputs({ run, step, row, wrong, disabled, onChange }: AfterwardsRowProps) {
  return outputsAsked(step, run).map(({ name, label, type, optional }) => (
    <TextField
      key={name}
      label={optional ? t("{field} (may be left empty)", { field: label }) : label}
      inputMode={type === "integer" ? "numeric" : undefined}
      autoComplete="off"
      spellCheck={false}
      maxLength={4_096}
      hint={run.outputs[name] && t("Known already: {value}", { value: run.outputs[name].value })}
      value={row.outputs[name] ?? ""}
      error={wrong.outputs?.[name]}
      disabled={disabled}
      onChange={(event) => onChange({ outputs: { ...row.outputs, [name]: event.target.value } })}
    />
  ));
}
