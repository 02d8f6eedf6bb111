"use client";

import type { ReactNode } from "react";
import { type FieldPath, useFieldError } from "#components/form/form-context.ts";
import { Button } from "#components/ui/button.tsx";
import { t } from "#lib/words/t.ts";

type FramedProps = {
  label: string;
  hint?: string | undefined;
  path: FieldPath;
  /** Takes all of them out again, where they may be left out. */
  onLeaveOut?: (() => void) | undefined;
  children: ReactNode;
};

/** Fields that belong together, under one name. */
export function Framed({ label, hint, path, onLeaveOut, children }: FramedProps) {
  const error = useFieldError(path);
  return (
    <fieldset className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3 border-l-2 border-line-2 pl-3">
      <legend className="float-left mb-1 flex w-full flex-wrap items-center gap-x-3 font-medium">
        {label}
        {onLeaveOut && (
          <span className="ml-auto">
            <Button
              look="plain"
              size="small"
              aria-label={t("Leave out: {field}", { field: label })}
              onClick={onLeaveOut}
            >
              {t("Leave out")}
            </Button>
          </span>
        )}
      </legend>
      {hint && <p className="clear-both -mt-2 text-fg-3">{hint}</p>}
      {error && (
        <p role="alert" className="clear-both font-medium text-bad">
          {error}
        </p>
      )}
      <div className="clear-both grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">{children}</div>
    </fieldset>
  );
}
