import { resolve } from "#lib/domain/action.ts";
import { wrongInputs } from "#lib/domain/input.ts";
import type { StepCommand } from "#lib/domain/run/command.ts";
import type { Ruling, StepSituation } from "#lib/domain/run/decide/ruling.ts";
import { conductOf, isRetryable } from "#lib/domain/run/decide/start-step.ts";
import type { RunEvent } from "#lib/domain/run/event.ts";
import { whoIs } from "#lib/domain/run/evolve/evolve.ts";
import {
  gateOf,
  type Intended,
  instantAfter,
  isAsAgreed,
  isGateOpen,
  isOnlyDecided,
  mayDecide,
  pollResult,
} from "#lib/domain/run/gate.ts";
import { holdsPosition } from "#lib/domain/run/positions.ts";
import { runLabel } from "#lib/domain/run/read-state.ts";
import { inOtherState, type Rejection } from "#lib/domain/run/rejection/rejection.ts";
import { heldByLines } from "#lib/domain/run/sub-steps.ts";
import { told } from "#lib/words/told.ts";

export type GateCommand = Extract<
  StepCommand,
  { type: "step.approve" | "step.reject" | "step.release" | `gate.${string}` }
>;

/** What people decide about a step: they ask, approve, vote, release, and the commander decides or breaks the glass. */
export function decideGate(about: StepSituation, command: GateCommand): Ruling {
  switch (command.type) {
    case "gate.request":
      return request(about, command);
    case "step.approve":
      return approve(about, command.note);
    case "step.reject":
      return reject(about, command.reason);
    case "step.release":
      return release(about, command.note);
    case "gate.vote":
      return vote(about, command);
    case "gate.decide":
      return decidePoll(about, command);
    case "gate.break":
      return breakGlass(about, command);
  }
}

const noted = (note: string | undefined) => (note === undefined ? {} : { note });

/** Asks for exactly what will be done: place, by hand or not, inputs, and the command as it is resolved now. */
function request(about: StepSituation, asked: Extract<GateCommand, { type: "gate.request" }>): Ruling {
  const { run, step, state, now } = about;
  const gate = gateOf(run, step);
  if (gate?.kind !== "approval" || isOnlyDecided(step)) return { code: "gate_asks_by_itself", step: step.number };
  if (state.status !== "ready") return inOtherState(state);
  if (run.status === "paused") return { code: "run_paused" };
  const { role = step.roles[0] ?? "", byHand = false, inputs = {} } = asked;
  if (!step.roles.includes(role)) return { code: "role_not_of_step", step: step.number, roles: step.roles };
  if (byHand && !step.action) return { code: "step_not_automated", step: step.number };
  if (isGateOpen(state, now) && !mayAskOtherwise(about, { role, byHand, inputs })) {
    return { code: "gate_open_already", step: step.number };
  }
  const secrets = (step.inputs ?? []).filter(({ type }) => type === "secret").map(({ name }) => name);
  const wrong = step.action && !byHand ? wrongInputs(step, inputs, secrets) : [];
  if (wrong.length > 0) return { code: "inputs_invalid", step: step.number, wrong };
  const how = { role, byHand, inputs, attempt: state.attempts.length + 1 };
  const resolution = step.action && !byHand ? resolve(step, run, how) : undefined;
  if (resolution && !resolution.ok && conductOf(about, byHand) === "command") {
    return { code: "command_unresolved", step: step.number, missing: resolution.missing };
  }
  const event: RunEvent = {
    type: "step.approval_requested",
    step: step.number,
    ...(gate.lapsesSeconds !== undefined && { until: instantAfter(now, gate.lapsesSeconds) }),
    how: { ...how, ...(resolution?.ok && { command: resolution.assignment }) },
  };
  return [event];
}

/** What was approved and has not begun may be asked for otherwise. What the glass was broken for needs nobody. */
const mayAskOtherwise = ({ run, step, state: { gate } }: StepSituation, intended: Intended): boolean =>
  gate !== undefined && !gate.opened?.broken && !isAsAgreed(run, step, gate, intended);

/** Why this person may not approve or reject it; who wants it done is never among those who let it be done. */
function refuseDecider({ run, step, state, actor, now }: StepSituation): Rejection | undefined {
  const gate = gateOf(run, step);
  if (state.status !== "awaiting_approval" || gate?.kind !== "approval") return inOtherState(state);
  if (!mayDecide(run, gate.by, actor)) return { code: "gate_not_asked", step: step.number, deciders: gate.by };
  const who = whoIs(actor);
  if (state.gate?.askedBy?.id === who.id) return { code: "gate_own_request", step: step.number };
  if (state.gate?.until !== undefined && state.gate.until <= now) return { code: "gate_lapsed", step: step.number };
  const own = state.gate?.votes.find(({ by }) => by.id === who.id);
  return own && { code: "gate_voted_already", step: step.number, at: own.at };
}

/** The vote that completes the quorum opens the gate. Who lets a step pass answers for its sub-steps too. */
function approve(about: StepSituation, note: string | undefined): Ruling {
  const { run, step, state } = about;
  const refused = refuseDecider(about);
  if (refused) return refused;
  const gate = gateOf(run, step);
  const quorum = gate?.kind === "approval" ? gate.quorum : 1;
  const held = isOnlyDecided(step) ? heldByLines(about) : undefined;
  if (held) return held;
  const voted: RunEvent = {
    type: "gate.voted",
    step: step.number,
    vote: "approve",
    ...(note !== undefined && { reason: note }),
  };
  const approvals = (state.gate?.votes ?? []).filter(({ vote: each }) => each === "approve").length + 1;
  if (approvals < quorum) return [voted];
  return isOnlyDecided(step)
    ? [voted, { type: "step.approved", step: step.number, ...noted(note) }]
    : [voted, { type: "gate.opened", step: step.number, ...noted(note) }];
}

function reject(about: StepSituation, reason: string): Ruling {
  const refused = refuseDecider(about);
  if (refused) return refused;
  const { number: step } = about.step;
  return [
    { type: "gate.voted", step, vote: "reject", reason },
    { type: "step.rejected", step, reason },
  ];
}

function release(about: StepSituation, note: string | undefined): Ruling {
  const { run, step, state, actor } = about;
  const gate = gateOf(run, step);
  if (state.status !== "awaiting_approval" || gate?.kind !== "hold") return inOtherState(state);
  if (!mayDecide(run, gate.by, actor)) {
    return gate.by
      ? { code: "gate_not_asked", step: step.number, deciders: gate.by }
      : { code: "not_commander", commander: run.commander };
  }
  if (!isOnlyDecided(step)) return [{ type: "gate.opened", step: step.number, ...noted(note) }];
  const held = heldByLines(about);
  if (held) return held;
  return [{ type: "step.released", step: step.number, ...noted(note) }];
}

/** A position has one vote; said again before the decision, it takes the place of what was said before. */
function vote(about: StepSituation, command: Extract<GateCommand, { type: "gate.vote" }>): Ruling {
  const { run, step, state, actor } = about;
  const gate = gateOf(run, step);
  if (state.status !== "awaiting_approval" || gate?.kind !== "poll") return inOtherState(state);
  const { position, vote: said, reason } = command;
  if (!gate.of.includes(position)) return { code: "position_not_polled", step: step.number, position };
  if (!holdsPosition(run, position, whoIs(actor).id)) {
    return { code: "gate_not_asked", step: step.number, deciders: { position } };
  }
  return [{ type: "gate.voted", step: step.number, position, vote: said, reason }];
}

function decidePoll(about: StepSituation, command: Extract<GateCommand, { type: "gate.decide" }>): Ruling {
  const { run, step, state } = about;
  const gate = gateOf(run, step);
  if (state.status !== "awaiting_approval" || gate?.kind !== "poll") return inOtherState(state);
  const { missing, no } = pollResult(gate, state);
  const { decision, reason } = command;
  if (reason === undefined && (decision === "no_go" || missing.length > 0 || no.length > 0)) {
    return { code: "poll_reason_required", step: step.number, missing, no };
  }
  if (decision === "no_go") return [{ type: "step.rejected", step: step.number, reason: reason ?? "" }];
  const said = reason === undefined ? {} : { reason };
  if (!isOnlyDecided(step)) return [{ type: "gate.opened", step: step.number, ...said }];
  const held = heldByLines(about);
  if (held) return held;
  return [{ type: "step.released", step: step.number, ...noted(reason) }];
}

/** Also after a no, before anybody was asked, and before another try: the one way past a gate without those it asks. */
function breakGlass(about: StepSituation, command: Extract<GateCommand, { type: "gate.break" }>): Ruling {
  const { run, step, state, now } = about;
  if (!gateOf(run, step)) return { code: "no_gate", step: step.number };
  const asks = state.status === "awaiting_approval" || isRetryable(state.status);
  if (!asks && !(state.status === "ready" && !isGateOpen(state, now))) return inOtherState(state);
  const label = runLabel(run.number);
  if (command.confirmation !== label) return { code: "break_confirmation_required", step: step.number, label };
  const broken: RunEvent = { type: "gate.broken", step: step.number, reason: command.reason };
  if (!isOnlyDecided(step)) return [broken];
  const held = heldByLines(about);
  if (held) return held;
  const evidence = told("Nothing was done: the commander opened the gate in place of those who were asked.");
  return [broken, { type: "step.overridden", step: step.number, reason: command.reason, evidence }];
}

/** The database's clock says that the time of a gate is over. */
export function decideLapse({ step, state, now }: StepSituation): Ruling {
  const { gate } = state;
  const over = gate?.until !== undefined && gate.until <= now;
  if (over && state.status === "awaiting_approval") {
    return [{ type: "gate.lapsed", step: step.number, reason: told("Nobody decided in time. No answer is a no.") }];
  }
  if (over && state.status === "ready" && gate.opened && !gate.opened.broken) {
    return [{ type: "gate.lapsed", step: step.number, reason: told("It was not begun in time. Ask again.") }];
  }
  return { code: "gate_not_lapsed", step: step.number };
}
