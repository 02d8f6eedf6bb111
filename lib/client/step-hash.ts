import { STEP_NUMBER } from "#lib/domain/step-number.ts";

/** The step that an address leads to, from its hash (`#step-12a`); null where it leads to none. */
export function readStepHash(hash: string): string | null {
  const number = hash.replace(/^#step-/, "");
  return hash.startsWith("#step-") && STEP_NUMBER.test(number) ? number : null;
}
