"use client";

import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from "react";

type CheckFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "className" | "style" | "type"> & {
  type?: "checkbox" | "radio" | undefined;
  label: ReactNode;
  hint?: ReactNode;
  ref?: Ref<HTMLInputElement> | undefined;
};

/** A box or a round to tick, with its label beside it. */
export function CheckField({ type = "checkbox", label, hint, ...rest }: CheckFieldProps) {
  const id = useId();
  return (
    <label htmlFor={id} className="inline-flex min-h-6 items-start gap-2 touch:min-h-11 touch:py-3">
      <input
        type={type}
        {...rest}
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="m-0 mt-0.5 size-4 flex-none touch:mt-0 touch:size-5"
      />
      <span>
        {label}
        {hint && (
          <span id={`${id}-hint`} className="block text-fg-3">
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
