import type { ReactNode } from "react";

export const controlClass =
  "w-full rounded border border-control bg-surface px-3 py-1.5 text-s text-fg [&[readonly]]:bg-sunken disabled:cursor-not-allowed disabled:border-dashed disabled:bg-hover disabled:text-fg-3 aria-invalid:border-bad-solid aria-invalid:ring-1 aria-invalid:ring-bad-solid touch:text-[1rem]";

export const oneLineClass = "min-h-9 touch:min-h-11";

export type FieldWords = {
  label: ReactNode;
  /** Keeps the label for screen readers only, where the place already says it. */
  labelHidden?: boolean | undefined;
  hint?: ReactNode;
  /** What is wrong, in a sentence. */
  error?: string | null | undefined;
};

/** The ids that tie a control to its label, hint and error. */
export function fieldIds(id: string, { hint, error }: FieldWords) {
  const describedBy = [error ? `${id}-error` : null, hint ? `${id}-hint` : null].filter(Boolean).join(" ");
  return {
    id,
    "aria-invalid": error ? true : undefined,
    "aria-describedby": describedBy === "" ? undefined : describedBy,
  };
}

export function Field({
  id,
  label,
  labelHidden,
  hint,
  error,
  children,
}: FieldWords & { id: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-1">
      <label htmlFor={id} className={labelHidden ? "sr-only" : "justify-self-start text-fg-2"}>
        {label}
      </label>
      {children}
      {error && (
        <p id={`${id}-error`} role="alert" className="font-medium text-bad">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-fg-3">
          {hint}
        </p>
      )}
    </div>
  );
}
