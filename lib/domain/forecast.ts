import { outline } from "#lib/domain/outline.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import { gateOf, isGateOpen, isOnlyDecided } from "#lib/domain/run/gate.ts";
import { isOver, workedOnSince } from "#lib/domain/run/read-state.ts";
import { isSettled } from "#lib/domain/run/standing.ts";
import type { Run, StepState } from "#lib/domain/run/state.ts";

/** What can be said of when a run will be done: from what is expected of each step, and never from anything else. */

/** How long a step took in past runs of its procedure: the median of so many, some of which were drills. */
export type PastDuration = { seconds: number; runs: number; drills: number };
export type PastDurations = Readonly<Record<string, PastDuration>>;

/** How long a step is expected to take, in seconds, and on what that rests. */
export type Estimate = { basis: "procedure"; seconds: number } | ({ basis: "past" } & PastDuration);

/** What the procedure says, or else what past runs took; undefined where nobody knows. */
export function estimateOf({ number, expectedSeconds }: Step, past: PastDurations): Estimate | undefined {
  if (expectedSeconds !== undefined) return { basis: "procedure", seconds: expectedSeconds };
  const known = past[number];
  return known && { basis: "past", ...known };
}

/** A drill shows its command and sends nothing, so it ends as it begins; what people do in a drill takes them as long. */
export const isOnlyShown = (step: Step, mode: Run["mode"]): boolean =>
  mode === "drill" && step.inDrill === "simulate" && step.action !== undefined;

/** When a step is expected to begin and to end, in milliseconds since 1970. `known`: its own time is estimated. */
type Planned = { fromMs: number; toMs: number; known: boolean };

export type Forecast = {
  /** When the last step is expected to end, in milliseconds since 1970; null while nothing that is left is estimated. */
  finishMs: number | null;
  /** Steps that are left and of which nobody knows how long they take: with any, the finish is the best case. */
  unknown: number;
  /** What people have still to decide before steps that are left, in which no time is reckoned: with any, it is the best case too. */
  decisions: number;
  /** Every step that is left. */
  planned: ReadonlyMap<string, Planned>;
};

type Forecastable = Pick<Run, "status" | "mode" | "facts" | "steps"> & { withoutGates: readonly string[] };

/**
 * What is left, laid out along what waits for what. A step that goes on ends when its time is used up, or else now; the
 * others begin when all they wait for has ended, and what waits
 * for a worker now, or when it is tried again. What is undecided counts as if it applied. Null when the run is over.
 */
export function forecast(procedure: Procedure, run: Forecastable, past: PastDurations, nowMs: number): Forecast | null {
  if (isOver(run.status)) return null;
  const { byNumber, predecessors } = outline(procedure);
  const states = new Map(run.steps.map((state) => [state.number, state]));
  const ends = new Map<string, number>();
  const planned = new Map<string, Planned>();
  const now = new Date(nowMs).toISOString();
  let decisions = 0;
  const latest = (all: readonly number[]) => Math.max(nowMs, ...all);

  const endOf = (number: string): number => {
    const known = ends.get(number);
    if (known !== undefined) return known;
    const [step, state] = [byNumber.get(number), states.get(number)];
    const after = isPassed(state) ? nowMs : latest((predecessors.get(number) ?? []).map(endOf));
    const end = step && state && !isSettled(run, step, state) ? layOut(step, state, after) : after;
    ends.set(number, end);
    return end;
  };
  const layOut = (step: Step, state: StepState, afterMs: number): number => {
    // What is only shown and still goes on is done by hand.
    const shown = isOnlyShown(step, run.mode) && state.status !== "in_progress";
    const seconds = shown ? 0 : estimateOf(step, past)?.seconds;
    const { retryAt } = state;
    const goesOn = begunStates.has(state.status) || retryAt !== undefined;
    const begunAt = begunStates.has(state.status) ? workedOnSince(state) : null;
    const nextMs = Math.max(nowMs, Date.parse(retryAt ?? "") || 0);
    const fromMs = begunAt !== null ? Date.parse(begunAt) : goesOn ? nextMs : afterMs;
    const toMs = Math.max(nowMs, fromMs + (seconds ?? 0) * 1_000);
    if (awaitsDecision(run, step, state, now)) decisions++;
    planned.set(step.number, { fromMs, toMs, known: seconds !== undefined });
    return toMs;
  };

  const finishMs = latest([...byNumber.keys()].map(endOf));
  const unknown = [...planned.values()].filter(({ known }) => !known).length;
  const nothingKnown = planned.size > 0 && unknown === planned.size;
  return { finishMs: nothingKnown ? null : finishMs, unknown, decisions, planned };
}

/** Whether the finish is only the best case: something that is left counts as no time. */
export const isAtBest = ({ unknown, decisions }: Pick<Forecast, "unknown" | "decisions">): boolean =>
  unknown > 0 || decisions > 0;

/** Where there is nothing but a decision, the step itself is what is estimated or not. */
const awaitsDecision = (run: Forecastable, step: Step, state: StepState, now: string): boolean =>
  gateOf(run, step) !== undefined && !isOnlyDecided(step) && !isGateOpen(state, now);

/** It holds nothing back, whatever came before it; what is stepped over still lets others wait for that. */
const isPassed = (state: StepState | undefined): boolean =>
  state?.status === "completed" || state?.status === "overridden";

const begunStates: ReadonlySet<StepState["status"]> = new Set(["in_progress", "canceling", "awaiting_confirmation"]);
