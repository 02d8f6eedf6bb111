import type { Procedure } from "#lib/domain/procedure.ts";
import type { Segment } from "#lib/domain/report/segment.ts";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import { evolve } from "#lib/domain/run/evolve/evolve.ts";
import { isOver, isQueued, lastAttempt } from "#lib/domain/run/read-state.ts";
import type { Run, RunStatus, StepState } from "#lib/domain/run/state.ts";
import { unanswered } from "#lib/domain/run/unanswered.ts";

/** The segments of each step by its number, in order. Times in which nothing was asked of anybody are none. */
export type Timeline = Readonly<Record<string, readonly Segment[]>>;

/** The timeline of a run, out of its log from the first event on. */
export function timelineOf(procedure: Procedure, events: readonly LoggedEvent[]): Timeline {
  let timeline: Timeline = {};
  let run: Run | null = null;
  for (const logged of events) {
    run = evolve(run, logged);
    timeline = withEvent(timeline, logged, { procedure, after: run });
  }
  return timeline;
}

/** The timeline after one more event, which brought the run to `after`. */
export function withEvent(
  timeline: Timeline,
  logged: LoggedEvent,
  { procedure, after }: { procedure: Procedure; after: Run },
): Timeline {
  const over = isOver(after.status);
  const held = unanswered(procedure, after);
  const { at: told, happenedAt: then = told, event } = logged;
  const entered = then < told && (event.type === "step.recorded" || event.type === "step.skipped") ? event.step : null;
  const turned: [string, readonly Segment[]][] = [];
  for (const state of after.steps) {
    const had = timeline[state.number] ?? [];
    // Of any other step, nobody was asked anything before that was told.
    const at = state.number === entered ? then : told;
    const ended = event.type === "attempt.finished" && event.step === state.number && lastAttempt(state)?.ended?.at;
    const segments =
      state.number === entered ? asToldLater(had, then, told) : ended && ended < told ? asAnswered(had, ended) : had;
    const kind = held.has(state.number) ? "waiting" : kindOf(state, after.status);
    const next = asFailed(turn(segments, over ? null : kind, at), state, event);
    if (next !== had) turned.push([state.number, next]);
  }
  return turned.length > 0 ? { ...timeline, ...Object.fromEntries(turned) } : timeline;
}

function turn(segments: readonly Segment[], kind: Segment["kind"] | null, at: string): readonly Segment[] {
  const last = segments.at(-1);
  const open = last?.to === null ? last : undefined;
  if (open?.kind === kind || (!open && kind === null)) return segments;
  const before = open ? segments.slice(0, -1) : segments;
  const closed = open && open.from < at ? [...before, { ...open, to: at }] : before;
  if (kind === null) return closed;
  const ended = closed.at(-1)?.to ?? at;
  return [...closed, { kind, from: at < ended ? ended : at, to: null }];
}

/**
 * What a step's time went into, once it is told that it was done or tried at `at`: from then on nobody was waited for and nobody
 * worked. What a command took, it took.
 */
const asToldLater = (segments: readonly Segment[], at: string, told: string): readonly Segment[] =>
  segments.flatMap((segment) => {
    const { kind, from, to } = segment;
    if (kind === "machine") return [to === null && from >= at ? { ...segment, to: told } : segment];
    if (from >= at) return [];
    return [to !== null && to > at ? { ...segment, to: at } : segment];
  });

/** What a step's time went into, once its host has told that its command ended at `at`, which nobody knew until it was asked. */
function asAnswered(segments: readonly Segment[], at: string): readonly Segment[] {
  const place = segments.findLastIndex(({ kind }) => kind === "machine");
  return segments.flatMap((segment, i) => {
    if (i < place) return [segment];
    if (i === place) return [{ ...segment, to: at }];
    if (segment.to !== null && segment.to <= at) return [];
    return [segment.from < at ? { ...segment, from: at } : segment];
  });
}

/** Once the step has failed or timed out, so has what its last command took; nothing of what a hand tried. */
function asFailed(segments: readonly Segment[], state: StepState, event: LoggedEvent["event"]): readonly Segment[] {
  if ((event.type !== "step.failed" && event.type !== "step.timed_out") || event.step !== state.number) return segments;
  const begunAt = lastAttempt(state)?.begun?.at;
  const ended = event.type === "step.failed" ? "failed" : "timed_out";
  return segments.map((segment) =>
    segment.kind === "machine" && segment.to !== null && begunAt !== undefined && segment.from >= begunAt
      ? { ...segment, ended }
      : segment,
  );
}

function kindOf(state: StepState, status: RunStatus): Segment["kind"] | null {
  switch (state.status) {
    case "ready":
      // A pause lets nothing begin, so that nobody is waited for at the step.
      return status === "paused" ? null : "waiting";
    case "awaiting_approval":
    case "awaiting_confirmation":
    case "rejected":
    case "interrupted":
    case "canceled":
      return "waiting";
    case "failed":
    case "timed_out":
      // Until it is tried again by itself, no person is waited for, and no command runs.
      return state.retryAt === undefined ? "waiting" : null;
    case "in_progress":
    case "canceling": {
      if (isQueued(state)) return null; // a machine that has not begun takes no time, and no person is asked anything
      const conduct = lastAttempt(state)?.conduct;
      if (conduct === "command" || conduct === "verification") return "machine";
      return state.help ? "waiting" : "people"; // whoever cannot go on waits for the commander
    }
    case "not_started":
    case "completed":
    case "overridden":
    case "skipped":
      return null;
  }
}

/** Seconds by what they went into. */
type Seconds = Record<Segment["kind"], number>;

const secondsBetween = (fromMs: number, toMs: number): number => Math.max(0, toMs - fromMs) / 1_000;

type Sums = { closed: Seconds; open: readonly { kind: Segment["kind"]; fromMs: number }[] };
const known = new WeakMap<readonly Segment[], Sums>();

/** Found once for each state of a step: of hundreds one changes at a time. */
function sumsOf(segments: readonly Segment[]): Sums {
  const before = known.get(segments);
  if (before) return before;
  const closed: Seconds = { machine: 0, people: 0, waiting: 0 };
  for (const { kind, from, to } of segments) {
    if (to !== null) closed[kind] += secondsBetween(Date.parse(from), Date.parse(to));
  }
  const open = segments.filter(({ to }) => to === null).map(({ kind, from }) => ({ kind, fromMs: Date.parse(from) }));
  const sums = { closed, open };
  known.set(segments, sums);
  return sums;
}

/** What the steps took in all, added up over them; what is open goes on until `now`. */
export function secondsIn(timeline: Timeline, now: string): Seconds {
  const total: Seconds = { machine: 0, people: 0, waiting: 0 };
  const nowMs = Date.parse(now);
  for (const segments of Object.values(timeline)) {
    const { closed, open } = sumsOf(segments);
    total.machine += closed.machine;
    total.people += closed.people;
    total.waiting += closed.waiting;
    for (const { kind, fromMs } of open) total[kind] += secondsBetween(fromMs, nowMs);
  }
  return total;
}
