import { StepNumber } from "#lib/domain/procedure.ts";

/** The step that an address leads to, from its hash (`#step-12a`); null where it leads to none. */
export function readStepHash(hash: string): string | null {
  const number = StepNumber.safeParse(hash.replace(/^#step-/, ""));
  return hash.startsWith("#step-") && number.success ? number.data : null;
}
