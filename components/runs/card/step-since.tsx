"use client";

import { Duration, Elapsed } from "#components/shell/duration.tsx";
import { deedOf } from "#lib/domain/run/deed.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";
import { workedOnSince } from "#lib/domain/run/read-state.ts";
import type { StepState } from "#lib/domain/run/state.ts";

/** Hundreds of steps may begin to wait together: they tell it one after another, within some seconds. */
export const latenessOf = (number: string): number => (Number.parseInt(number, 10) % 10) * 1_000;

/** How long a step waits for somebody: wherever it is told, the same. */
export const Waited = ({ step, since }: { step: string; since: string }) => (
  <Elapsed since={since} look="minutes" lateMs={latenessOf(step)} />
);

type StepSinceProps = { state: StepState; shown: ShownState; endedAt?: string | null };

/** How long a step has been in its state, or for one that is done, how long it took. Nobody waits after the run's end. */
export function StepSince({ state, shown, endedAt }: StepSinceProps) {
  switch (shown) {
    case "not_started":
    case "not_applicable":
    case "undecided":
    case "skipped":
    case "overridden":
    case "canceled":
      return null;
    case "completed": {
      const { begun, at } = deedOf(state);
      return begun ? <Duration ms={Date.parse(at) - Date.parse(begun)} /> : null;
    }
    case "in_progress":
      return <Elapsed since={workedOnSince(state) ?? state.since} look="precise" />;
    case "canceling":
      return <Elapsed since={state.since} look="precise" />;
    default:
      if (endedAt) {
        // Nothing for what came about only afterwards.
        return state.since < endedAt && <Duration ms={Date.parse(endedAt) - Date.parse(state.since)} />;
      }
      return <Waited step={state.number} since={state.since} />;
  }
}
