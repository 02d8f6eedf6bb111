"use client";

import { type FieldPath, useFieldError } from "#components/form/form-context.ts";
import type { FieldWords } from "#components/ui/field.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import type { OneOfShape } from "#lib/client/procedures/form-shape.ts";
import { formWord } from "#lib/client/procedures/form-words.ts";
import { t } from "#lib/words/t.ts";

type OptionChoiceProps = Omit<FieldWords, "error"> & {
  shape: OneOfShape;
  path: FieldPath;
  /** Null while none is. */
  chosen: number | null;
  /** Where it may be left out. */
  onNone?: (() => void) | undefined;
  onChoose: (at: number) => void;
};

/** Which of several. */
export function OptionChoice({ shape, path, chosen, onNone, onChoose, ...words }: OptionChoiceProps) {
  const error = useFieldError(path);
  return (
    <SelectField
      {...words}
      error={error}
      value={chosen ?? ""}
      onChange={({ target: { value } }) => (value === "" ? onNone?.() : onChoose(Number(value)))}
    >
      {(onNone || chosen === null) && <option value="">{t("none")}</option>}
      {shape.options.map((option, at) => (
        <option key={option.label} value={at}>
          {formWord(option.label)}
        </option>
      ))}
    </SelectField>
  );
}
