import { type ReactNode, useEffect } from "react";
import { tn } from "#lib/words/t.ts";

type Written = { label: ReactNode; value?: unknown; maxLength?: number | undefined };

/**
 * What to say of a field that holds more than fits. Nothing of what is typed or pasted is cut: its form is not sent until it
 * is shorter, and the field is gone to.
 */
export function useTooLong(id: string, { label, value, maxLength }: Written): string | null {
  const words = typeof value === "string" && maxLength !== undefined ? tooLong(value, maxLength) : null;
  const told = words !== null && typeof label === "string" ? `${label}: ${words}` : words;
  useEffect(() => {
    const field = document.getElementById(id);
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.setCustomValidity(told ?? "");
  }, [id, told]);
  return words;
}

/** By how much a text is longer than the server takes, in a sentence; null where it is not. */
function tooLong(text: string, most: number): string | null {
  const over = text.trim().length - most;
  if (over <= 0) return null;
  return tn("{count} character too long: at most {most}.", "{count} characters too long: at most {most}.", over, {
    most,
  });
}
