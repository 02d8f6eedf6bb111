"use client";

import { useState } from "react";
import { SendForm, type Shared } from "#components/report/send-form.tsx";
import { CheckField } from "#components/ui/check-field.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { parseDuration } from "#lib/client/duration-input.ts";
import { duration } from "#lib/domain/paper/duration.ts";
import type { Report } from "#lib/domain/report/report.ts";
import type { Command } from "#lib/domain/run/command.ts";
import type { Stated } from "#lib/domain/run/review.ts";
import { t } from "#lib/words/t.ts";

const nothing = { rpoSeconds: "", rpaSeconds: "", from: "", to: "" };

type What = keyof Stated;
type Withdrawn = ReadonlySet<What>;
const none: Withdrawn = new Set();

/** What only people know: what was promised of data and what was lost, and when nobody could work. */
export function StateForm({ report, ...shared }: Shared & { report: Report }) {
  const [said, setSaid] = useState(nothing);
  const [withdrawn, setWithdrawn] = useState(none);
  const known = knownOf(report);
  const withdraw = (what: What) => () => {
    setWithdrawn(withdrawn.symmetricDifference(new Set([what])));
    setSaid({ ...said, ...(what === "interruption" ? { from: "", to: "" } : { [what]: "" }) });
  };
  const field = (name: keyof typeof nothing, what: What) => ({
    value: said[name],
    disabled: withdrawn.has(what),
    onChange: ({ target }: { target: { value: string } }) => setSaid({ ...said, [name]: target.value }),
  });
  const steps = ["", ...report.steps.map(({ number }) => number)].map((number) => (
    <option key={number} value={number}>
      {number === "" ? t("not stated") : t("step {step}", { step: number })}
    </option>
  ));
  return (
    <SendForm
      {...shared}
      title={t("What only people know")}
      send={t("State it")}
      command={commandOf(said, withdrawn)}
      onSent={() => {
        setSaid(nothing);
        setWithdrawn(none);
      }}
    >
      {known.length > 0 && <p className="text-fg-2">{t("What is left empty stays as it was stated.")}</p>}
      {known.map(([what, words]) => (
        <CheckField
          key={what}
          label={t("Withdraw: {what}", { what: words })}
          checked={withdrawn.has(what)}
          onChange={withdraw(what)}
        />
      ))}
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField label={t("Recovery point objective")} {...field("rpoSeconds", "rpoSeconds")} />
        <TextField label={t("Data lost, actual")} {...field("rpaSeconds", "rpaSeconds")} />
        <SelectField label={t("Nobody could work from the start of")} {...field("from", "interruption")}>
          {steps}
        </SelectField>
        <SelectField label={t("to the end of")} {...field("to", "interruption")}>
          {steps}
        </SelectField>
      </div>
    </SendForm>
  );
}

/** What is stated already. */
function knownOf({ objectives: { rpoSeconds, rpaSeconds, interruption } }: Report): (readonly [What, string])[] {
  const told = (label: string, seconds: number) => `${label}, ${duration(seconds)}`;
  return [
    ...(rpoSeconds === null ? [] : [["rpoSeconds", told(t("Recovery point objective"), rpoSeconds)] as const]),
    ...(rpaSeconds === null ? [] : [["rpaSeconds", told(t("Data lost, actual"), rpaSeconds)] as const]),
    ...(interruption === null
      ? []
      : [["interruption", t("Business interruption, step {from} to step {to}", interruption)] as const]),
  ];
}

/** A duration as people write it, in seconds; undefined where the field is empty, null where it is none. */
function secondsIn(text: string): number | null | undefined {
  if (text.trim() === "") return undefined;
  return text.trim() === "0" ? 0 : parseDuration(text);
}

/** The command, or what is still missing for it. */
function commandOf(said: typeof nothing, withdrawn: Withdrawn): Command | string {
  const [rpoSeconds, rpaSeconds] = [secondsIn(said.rpoSeconds), secondsIn(said.rpaSeconds)];
  if (rpoSeconds === null || rpaSeconds === null) return t("Write 15 min, 1 h 30 min or 0.");
  if ((said.from === "") !== (said.to === "")) return t("An interruption has two steps.");
  const stated: Stated = {
    ...(rpoSeconds !== undefined && { rpoSeconds }),
    ...(rpaSeconds !== undefined && { rpaSeconds }),
    ...(said.from !== "" && { interruption: { from: said.from, to: said.to } }),
    ...Object.fromEntries([...withdrawn].map((what) => [what, null])),
  };
  return Object.keys(stated).length === 0 ? t("Nothing is stated yet.") : { type: "report.state", stated };
}
