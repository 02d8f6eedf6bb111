import type { Procedure } from "#lib/domain/procedure.ts";
import type { StepStatus } from "#lib/domain/run/state.ts";
import {
  approve,
  begin,
  byHand,
  cancel,
  complete,
  decidePoll,
  exit,
  fail,
  finish,
  lose,
  type Move,
  override,
  reject,
  request,
  skip,
  start,
} from "#lib/domain/testing/moves.ts";
import { type Beginning, type Play, play, startedRun } from "#lib/domain/testing/play.ts";
import { around, automated, confirmed, gated, type StepDraft, when } from "#lib/domain/testing/procedures.ts";

/** How step 2 comes into each state a step can be in; a status that can mean several things has several. */

type Way = { status: StepStatus; step?: StepDraft; how?: Beginning; moves?: Move[] };

/** It does not apply and so blocks nothing, but it is there to be ticked. */
const subSteps = [{ number: "2.1", title: "A line", condition: when("firewalls", "yes") }];
const first = byHand("1");
const running = [...first, start("2"), begin("2")];
const conditional: StepDraft = { condition: when("source_up", "yes") };

const ways = {
  "waiting for another": { status: "not_started", moves: [start("1")] },
  "not applicable": { status: "not_started", step: conditional, how: { facts: { source_up: "no" } }, moves: first },
  undecided: { status: "not_started", step: conditional, moves: first },
  ready: { status: "ready", moves: first },
  "in progress by hand": { status: "in_progress", moves: [...first, start("2")] },
  "in progress by hand instead of its command": {
    status: "in_progress",
    step: automated,
    moves: [...first, start("2", { byHand: true })],
  },
  "in progress in a drill": { status: "in_progress", how: { mode: "drill" }, moves: [...first, start("2")] },
  queued: { status: "in_progress", step: automated, moves: [...first, start("2")] },
  "running its command": { status: "in_progress", step: automated, moves: running },
  "awaiting approval": { status: "awaiting_approval", step: { kind: "approval" }, moves: first },
  "held at a hold point": { status: "awaiting_approval", step: { kind: "hold_point" }, moves: first },
  "ready, its approval not asked for": { status: "ready", step: gated.approval, moves: first },
  "awaiting approval to start": { status: "awaiting_approval", step: gated.approval, moves: [...first, request("2")] },
  "ready, approved": {
    status: "ready",
    step: gated.approval,
    moves: [...first, request("2"), approve("2")],
  },
  "held before it starts": { status: "awaiting_approval", step: gated.hold, moves: first },
  "at a go or no-go": { status: "awaiting_approval", step: gated.poll, moves: first },
  "awaiting confirmation": {
    status: "awaiting_confirmation",
    step: confirmed,
    moves: [...running, finish("2", exit(0))],
  },
  completed: { status: "completed", moves: [...first, start("2"), complete("2")] },
  "not gone for": { status: "rejected", step: gated.poll, moves: [...first, decidePoll("2", "no_go", "too early")] },
  rejected: { status: "rejected", step: { kind: "approval" }, moves: [...first, reject("2")] },
  failed: { status: "failed", moves: [...first, start("2"), fail("2")] },
  "timed out": {
    status: "timed_out",
    step: automated,
    moves: [...running, finish("2", { kind: "timed_out", gone: true })],
  },
  interrupted: { status: "interrupted", step: automated, moves: [...running, lose("2")] },
  "being canceled": { status: "canceling", step: automated, moves: [...running, cancel("2")] },
  canceled: {
    status: "canceled",
    step: automated,
    moves: [...running, cancel("2"), finish("2", { kind: "canceled", gone: true })],
  },
  overridden: { status: "overridden", moves: [...first, start("2"), fail("2"), override("2")] },
  skipped: { status: "skipped", moves: [...first, skip("2")] },
} as const satisfies Record<string, Way>;

export type StateName = keyof typeof ways;

export const stateNames = Object.keys(ways) as StateName[];

export const statusOf = (name: StateName): StepStatus => ways[name].status;

/** A run in progress whose step 2 is in that state. */
export function stepThatIs(name: StateName): Play {
  const way: Way = ways[name];
  const procedure: Procedure = around({ subSteps, ...way.step });
  const facts = { firewalls: "no", ...way.how?.facts } as const;
  return play(startedRun(procedure, { ...way.how, facts }), ...(way.moves ?? []));
}
