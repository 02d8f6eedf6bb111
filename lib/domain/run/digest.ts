import type { Deciders } from "#lib/domain/gate.ts";
import type { Who } from "#lib/domain/instant.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import { isAble, isCommanded } from "#lib/domain/run/able.ts";
import { assigneeOf, holdersOf } from "#lib/domain/run/assignee.ts";
import { gateOf, pollResult } from "#lib/domain/run/gate.ts";
import { isOver, isQueued, lastAttempt, workedOnSince } from "#lib/domain/run/read-state.ts";
import { holdingBack, pairs, standing } from "#lib/domain/run/standing.ts";
import type { Run, StepState, StepStatus } from "#lib/domain/run/state.ts";
import { unanswered } from "#lib/domain/run/unanswered.ts";

/** Where a run stands, in few words: what happens now, what comes next, and which people are waited for. */

/** What is shown of a step: its status, or why it was never begun. */
export type ShownState = StepStatus | "not_applicable" | "undecided";

export function shownState(run: Pick<Run, "mode" | "facts">, step: Step, state: StepState): ShownState {
  if (state.status !== "not_started") return state.status;
  const { applicability } = standing(run, step);
  return applicability === "applicable" ? "not_started" : applicability;
}

/** Done, or decided by a person in place of doing it. What does not apply is counted apart. */
const settledStates: ReadonlySet<ShownState> = new Set(["completed", "overridden", "skipped"]);

export type Tally = {
  byState: ReadonlyMap<ShownState, number>;
  /** `settled` of `applying` steps; what is undecided counts as applying until it is decided. */
  settled: number;
  applying: number;
  notApplicable: number;
};

export function tally(shown: Iterable<ShownState>): Tally {
  const byState = new Map<ShownState, number>();
  for (const state of shown) byState.set(state, (byState.get(state) ?? 0) + 1);
  const count = (states: Iterable<ShownState>) =>
    [...states].reduce((sum, state) => sum + (byState.get(state) ?? 0), 0);
  const notApplicable = byState.get("not_applicable") ?? 0;
  return { byState, settled: count(settledStates), applying: count(byState.keys()) - notApplicable, notApplicable };
}

/** What a person is asked to do about a step. */
export type Need =
  | "start"
  | "request"
  | "approve"
  | "vote"
  | "go"
  | "release"
  | "confirm"
  | "take_over"
  | "decide"
  | "answer"
  | "help";

/** Who may do it: whoever commands the run, those whom the gate asks, or the person whose step it is. */
type Needed = Deciders | { person: Who } | "commander";

export type Waiting = { step: string; need: Need; who: Needed; since: string };

export type Current = { step: string; shown: ShownState; since: string; by: string; queued: boolean };

export type Coming = { step: string; shown: ShownState; waitsFor: string[] };

export type Digest = { now: Current[]; next: Coming[]; waiting: Waiting[]; tally: Tally };

const known = new WeakMap<Run, { procedure: Procedure; digest: Digest }>();

/** Something failed, or somebody cannot go on: it comes before what only waits, however long that has. */
export const isTrouble = (need: string): boolean => need === "decide" || need === "help" || need === "take_over";

const urgency = ({ need }: Waiting): number => (isTrouble(need) ? 0 : 1);

/** Made once for each state of a run: the page, its header and the list of what waits all ask for it. */
export function digest(procedure: Procedure, run: Run): Digest {
  const before = known.get(run);
  if (before?.procedure === procedure) return before.digest;
  const made = digestOf(procedure, run);
  known.set(run, { procedure, digest: made });
  return made;
}

function digestOf(procedure: Procedure, run: Run): Digest {
  const rows = pairs(procedure, run).map(({ step, state }) => ({ step, state, shown: shownState(run, step, state) }));
  const counts = tally(rows.map(({ shown }) => shown));
  if (isOver(run.status)) return { now: [], next: [], waiting: [], tally: counts };
  const waiting = run.status === "draft" ? [] : waitingFor(procedure, run, rows);
  const now = rows.filter((row) => isCurrent(row.shown) || isTriedAgain(run, row.state)).map(current);
  const taken = new Set([...now, ...waiting].map(({ step }) => step));
  return {
    now: busyOrReady(now),
    next: coming(procedure, run, rows, taken),
    waiting: waiting.toSorted((a, b) => urgency(a) - urgency(b) || a.since.localeCompare(b.since)),
    tally: counts,
  };
}

type Row = { step: Step; state: StepState; shown: ShownState };

const isCurrent = (shown: ShownState): boolean =>
  shown === "in_progress" || shown === "canceling" || shown === "awaiting_confirmation" || shown === "ready";

/** It failed, and the machine tries it again by itself: until then nobody is waited for. A run that is paused tries nothing. */
export const isTriedAgain = ({ status }: Pick<Run, "status">, { retryAt }: StepState): boolean =>
  retryAt !== undefined && status === "in_progress";

/** What is only ready is told as now while nothing else goes on. */
function busyOrReady(now: Current[]): Current[] {
  const busy = now.filter(({ shown }) => shown !== "ready");
  return busy.length > 0 ? busy : now;
}

const current = ({ step, state, shown }: Row): Current => ({
  step: step.number,
  shown,
  since: (shown === "in_progress" ? workedOnSince(state) : null) ?? state.since,
  by: state.by.name,
  queued: isQueued(state),
});

function waitingFor(procedure: Procedure, run: Run, rows: readonly Row[]): Waiting[] {
  const held = unanswered(procedure, run);
  return rows.flatMap((row): Waiting[] => {
    const { step, state, shown } = row;
    const left = leftBy(run, row);
    const since = left ?? (shown === "undecided" ? held.get(step.number) : state.since);
    const asks =
      left === undefined ? needsOf(run, row) : [{ need: "take_over" as const, who: ownerOf(run, step, state) }];
    const needs = since === undefined ? [] : asks.map((need) => ({ step: step.number, ...need, since }));
    const { help } = state;
    return help ? [...needs, { step: step.number, need: "help", who: commanderOf(run), since: help.at }] : needs;
  });
}

const operator = { role: "operator" } as const;

/** Whoever commands the run; where they cannot any more, whoever takes command. */
const commanderOf = (run: Run): Needed => (isCommanded(run) ? "commander" : { role: "commander" });

type Asks = Pick<Waiting, "need" | "who">;

function needsOf(run: Run, { step, state, shown }: Row): Asks[] {
  if (shown === "awaiting_approval") return gateNeeds(run, step, state);
  const need = needOf(shown, isAskedFor(run, step, state));
  if (!need || state.retryAt !== undefined) return [];
  return [{ ...need, who: need.who === "commander" ? commanderOf(run) : ownerOf(run, step, state) }];
}

/** Whose the step is; any operator where it is nobody's, or of those who have it nobody is left. */
function ownerOf(run: Run, step: Step, state: StepState): Needed {
  const assignee = assigneeOf(step, state);
  return assignee && holdersOf(run, assignee).some(({ id }) => isAble(run, id, "run.operate")) ? assignee : operator;
}

/** Since when a step that somebody does by hand is done by nobody: they cannot go on with it any more. */
function leftBy(run: Run, { state, shown }: Row): string | undefined {
  const attempt = shown === "in_progress" ? lastAttempt(state) : undefined;
  const byHand = attempt?.conduct === "hand" || attempt?.conduct === "simulated";
  return byHand && !isAble(run, attempt.by.id, "run.operate") ? run.people[attempt.by.id]?.at : undefined;
}

/** Of those who filled a position, nobody is there any more. */
function isLeft(run: Run, position: string): boolean {
  const holders = holdersOf(run, { position });
  return holders.length > 0 && !holders.some(({ id }) => isAble(run, id, "run.note"));
}

/** Ready, but somebody has to ask for approval first. */
const isAskedFor = (run: Run, step: Step, { gate }: StepState): boolean =>
  gateOf(run, step)?.kind === "approval" && !gate?.opened;

/** Whom a shut gate waits for: those it asks; the positions that have not voted, and then the commander. */
function gateNeeds(run: Run, step: Step, state: StepState): Asks[] {
  const gate = gateOf(run, step);
  switch (gate?.kind) {
    case "approval":
      return [{ need: "approve", who: gate.by }];
    case "hold":
      return [{ need: "release", who: gate.by ?? commanderOf(run) }];
    case "poll": {
      const { missing } = pollResult(gate, state);
      const expected = missing.filter((position) => !isLeft(run, position));
      if (expected.length === 0) return [{ need: "go", who: commanderOf(run) }];
      return expected.map((position) => ({ need: "vote", who: { position } }));
    }
    case undefined:
      return [];
  }
}

function needOf(shown: ShownState, toBeAskedFor: boolean): Asks | undefined {
  switch (shown) {
    case "ready":
      return { need: toBeAskedFor ? "request" : "start", who: operator };
    case "awaiting_confirmation":
      return { need: "confirm", who: operator };
    case "failed":
    case "timed_out":
    case "interrupted":
    case "canceled":
    case "rejected":
      return { need: "decide", who: "commander" };
    case "undecided":
      return { need: "answer", who: "commander" };
    case "awaiting_approval":
    case "not_started":
    case "in_progress":
    case "canceling":
    case "completed":
    case "overridden":
    case "skipped":
    case "not_applicable":
      return undefined;
  }
}

const LOOK_AHEAD = 12;
const SHOWN_NEXT = 3;

/** Of the steps not begun, those that wait only for what is going on already; else the first of them. */
function coming(procedure: Procedure, run: Run, rows: readonly Row[], taken: ReadonlySet<string>): Coming[] {
  const waitsFor = holdingBack(procedure, run);
  const ahead = rows
    .filter(({ shown, step }) => (shown === "not_started" || shown === "undecided") && !taken.has(step.number))
    .slice(0, LOOK_AHEAD)
    .map(({ step, shown }) => ({ step: step.number, shown, waitsFor: waitsFor(step.number) }));
  const near = ahead.filter((step) => step.waitsFor.every((number) => taken.has(number)));
  return (near.length > 0 ? near : ahead.slice(0, 1)).slice(0, SHOWN_NEXT);
}
