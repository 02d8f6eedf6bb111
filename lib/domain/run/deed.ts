import { whoName } from "#lib/domain/actor-name.ts";
import type { StepState } from "#lib/domain/run/state.ts";

export type Deed = { who: string; begun: string | undefined; at: string };

/** Who brought a step to where it is, from when to when: as it was told, where that was entered afterwards. */
export function deedOf({ recorded, by, since, attempts }: StepState): Deed {
  const at = recorded?.at ?? since;
  const begun = attempts[0]?.at;
  // Begun in the console when it was done already: nobody said when it truly was.
  return { who: recorded?.by ?? whoName(by), begun: begun !== undefined && begun < at ? begun : undefined, at };
}
