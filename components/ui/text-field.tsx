"use client";

import { type InputHTMLAttributes, type KeyboardEvent, type Ref, type TextareaHTMLAttributes, useId } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { controlClass, Field, type FieldWords, fieldIds, oneLineClass } from "#components/ui/field.tsx";
import { useTooLong } from "#components/ui/use-too-long.ts";

type TextFieldProps = FieldWords &
  Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "className" | "style"> & {
    ref?: Ref<HTMLInputElement> | undefined;
    /** For what a machine reads. */
    mono?: boolean | undefined;
  };

/** `maxLength` cuts nothing: what is longer is refused, with how much. */
export function TextField({ label, labelHidden, hint, error, mono, maxLength, ...rest }: TextFieldProps) {
  const id = useId();
  const tooLong = useTooLong(id, { label, value: rest.value, maxLength });
  const words = { label, labelHidden, hint, error: tooLong ?? error };
  return (
    <Field id={id} {...words}>
      <input
        type="text"
        {...rest}
        {...fieldIds(id, words)}
        className={classNames(controlClass, oneLineClass, mono && "font-mono")}
      />
    </Field>
  );
}

/** Enter begins a line there; with Ctrl it presses the button that sends what the field is part of. */
function sendByKey(event: KeyboardEvent<HTMLTextAreaElement>) {
  const { key, ctrlKey, metaKey, repeat, currentTarget } = event;
  const { form } = currentTarget;
  if (key !== "Enter" || repeat || !form || !(ctrlKey || metaKey)) return;
  event.preventDefault();
  for (const each of form.elements) if (each instanceof HTMLButtonElement && each.type === "submit") each.click();
}

type TextAreaProps = FieldWords &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "id" | "className" | "style"> & {
    ref?: Ref<HTMLTextAreaElement> | undefined;
    mono?: boolean | undefined;
  };

export function TextArea({ label, labelHidden, hint, error, mono, rows = 3, maxLength, ...rest }: TextAreaProps) {
  const id = useId();
  const tooLong = useTooLong(id, { label, value: rest.value, maxLength });
  const words = { label, labelHidden, hint, error: tooLong ?? error };
  return (
    <Field id={id} {...words}>
      <textarea
        rows={rows}
        onKeyDown={sendByKey}
        {...rest}
        {...fieldIds(id, words)}
        className={classNames(
          controlClass,
          rows === 1 ? oneLineClass : "min-h-20",
          "field-sizing-content",
          mono && "font-mono",
        )}
      />
    </Field>
  );
}
