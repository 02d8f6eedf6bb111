import type { Who } from "#lib/domain/instant.ts";
import type { RunEvent } from "#lib/domain/run/event.ts";
import type { Attempt, StepState } from "#lib/domain/run/state.ts";

/** What events change of the attempts of a step. */

export function begun(event: Extract<RunEvent, { type: "step.started" }>, by: Who, at: string): Attempt {
  const {
    attempt: number,
    conduct,
    role,
    site,
    command,
    inputs,
    secrets,
    retry,
    reason: why = event.why,
    note,
  } = event;
  return {
    number,
    conduct,
    role,
    site,
    ...(command && { command }),
    ...(inputs && { inputs }),
    ...(secrets && { secrets }),
    ...(retry !== undefined && { retry }),
    by,
    at,
    ...(why !== undefined && { why }),
    ...(note !== undefined && { note }),
  };
}

export const canceled =
  (by: Who, reason: string | undefined) =>
  (attempt: Attempt): Attempt =>
    reason === undefined ? attempt : { ...attempt, canceled: { by, reason } };

export const undone = (attempt: Attempt): Attempt => ({ ...attempt, undone: true });

export const withLast = (step: StepState, change: (attempt: Attempt) => Attempt): StepState => ({
  ...step,
  attempts: step.attempts.map((attempt, i) => (i === step.attempts.length - 1 ? change(attempt) : attempt)),
});

/** No try ends before it was begun, also where it was done on paper by then. */
export const endLast = (step: StepState, at: string): StepState =>
  withLast(step, (attempt) =>
    attempt.ended ? attempt : { ...attempt, ended: { at: at < attempt.at ? attempt.at : at } },
  );

/** When a command ended that is told of at `at`: as its receipt says, where somebody had to ask for that. */
export function endedAt({ begun, asked }: Attempt, at: string): string {
  const finding = asked?.answer?.finding;
  if (finding?.kind !== "ended" || finding.at === undefined || finding.at > at) return at;
  return begun && finding.at < begun.at ? begun.at : finding.at;
}
