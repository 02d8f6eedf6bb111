"use client";

import { useId } from "react";
import { type FieldPath, useFieldError, useSuggestions, useTheirs } from "#components/form/form-context.ts";
import type { FieldWords } from "#components/ui/field.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { TextArea, TextField } from "#components/ui/text-field.tsx";
import type { Filled } from "#lib/client/procedures/form-filling.ts";
import { formWord } from "#lib/client/procedures/form-words.ts";

type LineFieldProps<Kind extends Filled["kind"]> = FieldWords & {
  filled: Extract<Filled, { kind: Kind }>;
  path: FieldPath;
  onChange: (filled: Filled) => void;
};

export function LineField({ filled, path, onChange, hint, ...named }: LineFieldProps<"text" | "number">) {
  const list = useId();
  const words = { ...named, hint: useTheirs(path) ?? hint };
  const error = useFieldError(path);
  const suggestions = useSuggestions(path);
  const change = (text: string) => onChange({ ...filled, text });
  if (filled.kind === "text" && filled.prose) {
    return <TextArea {...words} error={error} value={filled.text} onChange={(event) => change(event.target.value)} />;
  }
  return (
    <>
      <TextField
        {...words}
        error={error}
        value={filled.text}
        inputMode={filled.kind === "number" ? "decimal" : undefined}
        list={suggestions.length > 0 ? list : undefined}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => change(event.target.value)}
      />
      {suggestions.length > 0 && (
        <datalist id={list}>
          {suggestions.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      )}
    </>
  );
}

export function ChoiceField({ filled, path, onChange, hint, ...named }: LineFieldProps<"choice">) {
  const words = { ...named, hint: useTheirs(path) ?? hint };
  const error = useFieldError(path);
  return (
    <SelectField
      {...words}
      error={error}
      value={filled.value}
      onChange={(event) => onChange({ ...filled, value: event.target.value })}
    >
      {filled.options.map((option) => (
        <option key={option} value={option}>
          {formWord(option.replaceAll("_", " "))}
        </option>
      ))}
    </SelectField>
  );
}
