import { whoName } from "#lib/domain/actor-name.ts";
import type { StepState } from "#lib/domain/run/state.ts";

export type Deed = { who: string; begun: string | undefined; at: string };

/** Who brought a step to where it is, from when to when: as it was told, where that was entered afterwards. */
export function deedOf(state: StepState): Deed {
  const { recorded, by, since } = state;
  const at = recorded?.at ?? since;
  const begun = begunAt(state);
  return { who: recorded?.by ?? whoName(by), begun: begun !== undefined && begun < at ? begun : undefined, at };
}

/** When a step was first begun, even if it is not over or was over at once; undefined where nobody knows. */
export function begunAt({ recorded, attempts }: StepState): string | undefined {
  const begun = attempts[0]?.at;
  // Begun in the console when it was done already: nobody said when it truly was.
  return recorded && begun !== undefined && begun >= recorded.at ? undefined : begun;
}
