import type { LoggedEvent } from "#lib/domain/run/event.ts";
import { evolve } from "#lib/domain/run/evolve.ts";
import { isOver, lastAttempt, type Run, type StepState } from "#lib/domain/run/state.ts";

/** What a step's time went into: a command, people at work, or waiting for somebody. Instants; the last one may be open. */
export type Segment = { kind: "machine" | "people" | "waiting"; from: string; to: string | null };

/** The segments of each step by its number, in order, out of the log. Times in which nothing was asked of anybody are none. */
export function stepSegments(events: readonly LoggedEvent[]): Map<string, Segment[]> {
  const found = new Map<string, Segment[]>();
  let run: Run | null = null;
  for (const logged of events) {
    const before: Run | null = run;
    run = evolve(before, logged);
    for (const [i, state] of run.steps.entries()) {
      if (state === before?.steps[i] && run.status === before?.status) continue;
      turn(found, state, isOver(run.status) ? null : kindOf(state), logged.happenedAt ?? logged.at);
    }
  }
  return found;
}

function turn(found: Map<string, Segment[]>, { number }: StepState, kind: Segment["kind"] | null, at: string): void {
  const segments = found.get(number) ?? [];
  const last = segments.at(-1);
  if (last?.to === null) {
    if (last.kind === kind) return;
    last.to = at;
  }
  if (kind !== null) segments.push({ kind, from: at, to: null });
  found.set(number, segments);
}

function kindOf(state: StepState): Segment["kind"] | null {
  switch (state.status) {
    case "ready":
    case "awaiting_approval":
    case "awaiting_confirmation":
    case "rejected":
    case "failed":
    case "timed_out":
    case "interrupted":
    case "canceled":
      return "waiting";
    case "in_progress":
    case "canceling": {
      const conduct = lastAttempt(state)?.conduct;
      return conduct === "command" || conduct === "verification" ? "machine" : "people";
    }
    case "not_started":
    case "completed":
    case "overridden":
    case "skipped":
      return null;
  }
}

/** Seconds that segments of one kind took; what is open goes on until `now`. */
export const secondsOf = (segments: readonly Segment[], kind: Segment["kind"], now: string): number =>
  segments
    .filter((segment) => segment.kind === kind)
    .reduce((sum, { from, to }) => sum + Math.max(0, Date.parse(to ?? now) - Date.parse(from)) / 1_000, 0);
