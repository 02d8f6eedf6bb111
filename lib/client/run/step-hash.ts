import { STEP_NUMBER } from "#lib/domain/step-number.ts";

/** The step that an address leads to, from its hash: `#step-12a`, or `#step-12a.3` for a line of it; null where to none. */
export function readStepHash(hash: string): string | null {
  const [, number = ""] = /^#step-([^.]+)(?:\.[1-9][0-9]{0,2})?$/.exec(hash) ?? [];
  return STEP_NUMBER.test(number) ? number : null;
}
