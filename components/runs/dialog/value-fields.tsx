"use client";

import { SelectField } from "#components/ui/select-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { Asks } from "#lib/client/offers/offer.ts";
import { wrongSecret, wrongText } from "#lib/domain/input.ts";
import type { Input, Output } from "#lib/domain/procedure.ts";
import { wrongWords } from "#lib/domain/run/rejection/refusal-words.ts";
import { t } from "#lib/words/t.ts";

type Values = Readonly<Record<string, string>>;
type ValueFieldsProps = { asks: Asks; values: Values; onChange: (values: Values) => void };

/** What a step asks for at the press, or what it gives and a person enters. Secrets are never shown or kept. */
export function ValueFields({ asks: { inputs = [], outputs = [] }, values, onChange }: ValueFieldsProps) {
  return (
    <>
      {[...inputs, ...outputs].map((field) => (
        <ValueField
          key={field.name}
          field={field}
          value={values[field.name] ?? ""}
          onChange={(value) => onChange({ ...values, [field.name]: value })}
        />
      ))}
    </>
  );
}

type ValueFieldProps = { field: Input | Output; value: string; onChange: (value: string) => void };

function ValueField({ field, value, onChange }: ValueFieldProps) {
  const label = field.optional ? t("{field} (may be left empty)", { field: field.label }) : field.label;
  if (field.type === "choice") {
    return (
      <SelectField label={label} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t("Choose…")}</option>
        {field.choices?.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </SelectField>
    );
  }
  const secret = field.type === "secret";
  return (
    <TextField
      label={label}
      type={secret ? "password" : "text"}
      inputMode={field.type === "integer" ? "numeric" : undefined}
      autoComplete={secret ? "new-password" : "off"}
      spellCheck={false}
      maxLength={4_096}
      hint={secret ? t("Reaches only the worker; stored nowhere, and asked again on retry.") : undefined}
      error={value === "" ? null : wrong(field, value)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function wrong({ type, label }: Input | Output, value: string): string | null {
  if (type === "choice") return null;
  const fault = type === "secret" ? wrongSecret(value) : wrongText(type, value.trim());
  return fault === undefined ? null : wrongWords([{ name: label, fault }]);
}

/** Why it cannot be sent yet, in a sentence. */
export function valuesMissing({ inputs = [], outputs = [] }: Asks, values: Values): string | null {
  for (const field of [...inputs, ...outputs]) {
    const value = values[field.name] ?? "";
    if (value === "" && !field.optional) return t("{field} is needed.", { field: field.label });
    const message = value === "" ? null : wrong(field, value);
    if (message !== null) return message;
  }
  return null;
}
