"use client";

import { ChevronDown } from "lucide-react";
import { type ReactNode, type Ref, type SelectHTMLAttributes, useId } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { controlClass, Field, type FieldWords, fieldIds, oneLineClass } from "#components/ui/field.tsx";

type SelectFieldProps = FieldWords &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, "id" | "className" | "style" | "multiple" | "size"> & {
    ref?: Ref<HTMLSelectElement> | undefined;
    /** `<option>`s. */
    children: ReactNode;
  };

/** The browser's own select: the best one on a phone. */
export function SelectField({ label, labelHidden, hint, error, children, ...rest }: SelectFieldProps) {
  const words = { label, labelHidden, hint, error };
  const id = useId();
  return (
    <Field id={id} {...words}>
      <span className="relative grid items-center">
        <select
          {...rest}
          {...fieldIds(id, words)}
          className={classNames(controlClass, oneLineClass, "cursor-pointer appearance-none truncate pr-8 font-medium")}
        >
          {children}
        </select>
        <ChevronDown aria-hidden className="pointer-events-none absolute right-2.5 size-3.5 text-fg-3" />
      </span>
    </Field>
  );
}
