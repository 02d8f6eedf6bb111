import type { Procedure } from "#lib/domain/procedure.ts";
import { pairs } from "#lib/domain/run/standing.ts";
import type { Attempt, Run, StepState } from "#lib/domain/run/state.ts";

/**
 * The first step beyond which there is no way back but the switchback, and since when; undefined before. What was only
 * simulated, or provably not begun, passes nothing.
 */
export function noReturnSince(procedure: Procedure, run: Run): { step: string; at: string } | undefined {
  const passed = pairs(procedure, run).flatMap(({ step, state }) => {
    const at = step.pointOfNoReturn ? begunAt(state) : undefined;
    return at === undefined ? [] : [{ step: step.number, at }];
  });
  return passed.toSorted((a, b) => a.at.localeCompare(b.at))[0];
}

const begunAt = (state: StepState): string | undefined =>
  state.attempts.find(mayHaveActed)?.at ?? (state.status === "overridden" ? state.since : undefined);

const mayHaveActed = ({ conduct, begun }: Attempt): boolean =>
  conduct === "hand" || (conduct === "command" && begun !== undefined);
