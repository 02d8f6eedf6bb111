"use client";

import { type RefObject, useEffect, useRef } from "react";
import { firstField } from "#components/ui/use-focus-added.ts";

/** Of a form: once it is refused, here or by the server, what is wrong first gets the focus. */
export function useFocusWrong(here: unknown, there: unknown): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal counts; what is wrong the page itself tells
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>("[aria-invalid=true], fieldset > [role=alert]");
    const field = first?.matches("[role=alert]") ? first.parentElement?.querySelector<HTMLElement>(firstField) : first;
    field?.focus();
  }, [here, there]);
  return form;
}
