import { resolve } from "#lib/domain/action.ts";
import { cannotBeUndone } from "#lib/domain/cannot-be-undone.ts";
import { wrongInputs } from "#lib/domain/input.ts";
import { factLabel } from "#lib/domain/outline.ts";
import type { StepCommand } from "#lib/domain/run/command.ts";
import type { Ruling, StepSituation } from "#lib/domain/run/decide/ruling.ts";
import type { RunEvent } from "#lib/domain/run/event.ts";
import { whoIs } from "#lib/domain/run/evolve/evolve.ts";
import { askGate, gateOf, type Intended, isAsAgreed, isGateOpen } from "#lib/domain/run/gate.ts";
import { lastAttempt, runLabel } from "#lib/domain/run/read-state.ts";
import { inOtherState, type Rejection } from "#lib/domain/run/rejection/rejection.ts";
import { standing, waitsFor } from "#lib/domain/run/standing.ts";
import type { Conduct, StepState, StepStatus } from "#lib/domain/run/state.ts";
import { openSubSteps } from "#lib/domain/run/sub-steps.ts";

type Start = Extract<StepCommand, { type: "step.start" | "step.retry" }>;

/** How it is started: as a person asks for it, or the how many-eth time the machine tries again by itself. */
export type HowToStart = Omit<Start, "type"> & { retry?: number };

export const isRetryable = (status: StepStatus): boolean =>
  status === "failed" ||
  status === "timed_out" ||
  status === "interrupted" ||
  status === "canceled" ||
  status === "rejected";

/**
 * A step is ready exactly while nothing holds it, so what is not ready is held or is past that. Only a clean-up step may
 * be begun before its turn: a drill that is broken off has to be cleaned up all the same.
 */
export function startReadyStep(about: StepSituation, command: Extract<StepCommand, { type: "step.start" }>): Ruling {
  const { state, step } = about;
  if (state.status === "ready") return startStep(about, command);
  if (state.status !== "not_started") return inOtherState(state);
  const held = heldBack(about);
  return held?.code === "step_waits" && step.cleanUp ? startStep(about, command) : (held ?? inOtherState(state));
}

/** Why the step cannot be started now, whatever its status: it does not apply, is undecided, or waits for others. */
export function heldBack({ procedure, run, step }: StepSituation): Rejection | undefined {
  const { applicability, because } = standing(run, step);
  if (applicability === "not_applicable") return { code: "step_not_applicable", step: step.number };
  if (applicability === "undecided") {
    return { code: "step_undecided", step: step.number, facts: because.map(({ fact }) => factLabel(procedure, fact)) };
  }
  const before = waitsFor(procedure, run, step.number);
  return before.length > 0 ? { code: "step_waits", step: step.number, for: before } : undefined;
}

export function startStep(about: StepSituation, how: HowToStart): Ruling {
  const { run, step, state } = about;
  if (run.status === "paused") return { code: "run_paused" };
  const role = how.role ?? step.roles[0] ?? "";
  if (!step.roles.includes(role)) return { code: "role_not_of_step", step: step.number, roles: step.roles };
  if (how.byHand && !step.action) return { code: "step_not_automated", step: step.number };
  const conduct = conductOf(about, how.byHand ?? false);
  const label = runLabel(run.number);
  if (cannotBeUndone(step) && conduct !== "simulated" && how.confirmation !== label) {
    return { code: "confirmation_required", step: step.number, label };
  }
  const shut = gateRefusal(about, { role, byHand: how.byHand ?? false, inputs: how.inputs ?? {} });
  if (shut) return shut;
  const said = step.action && !how.byHand ? saidAt(how) : undefined;
  const wrong = said && conduct === "command" ? wrongInputs(step, said.inputs, said.secrets) : [];
  if (wrong.length > 0) return { code: "inputs_invalid", step: step.number, wrong };
  const attempt = state.attempts.length + 1;
  const resolution = said && resolve(step, run, { role, attempt, inputs: said.inputs });
  if (conduct === "command" && resolution && !resolution.ok) {
    return { code: "command_unresolved", step: step.number, missing: resolution.missing };
  }
  const started: RunEvent = {
    type: "step.started",
    step: step.number,
    attempt,
    conduct,
    role,
    site: run.sites[role]?.name ?? role,
    ...(resolution?.ok && { command: resolution.assignment }),
    ...(said && step.inputs && { inputs: said.inputs, secrets: said.secrets }),
    ...(how.retry !== undefined && { retry: how.retry }),
    ...(how.reason !== undefined && (mayStillRun(state) ? { reason: how.reason } : { why: how.reason })),
  };
  return [started, ...afterSimulation(about, conduct, how.byHand ?? false)];
}

/** Why the gate does not let the step be started so by this person; undefined where it does. */
function gateRefusal({ run, step, state, actor, now }: StepSituation, intended: Intended): Rejection | undefined {
  const gate = gateOf(run, step);
  if (!gate) return undefined;
  if (!isGateOpen(state, now)) return { code: "gate_shut", step: step.number, kind: gate.kind };
  if (gate.kind !== "approval" || !state.gate || state.gate.opened?.broken) return undefined;
  if (!isAsAgreed(run, step, state.gate, intended)) return { code: "approval_differs", step: step.number };
  const id = whoIs(actor).id;
  const agreed = state.gate.votes.some(({ by, vote }) => vote === "approve" && by.id === id);
  return agreed ? { code: "approver_may_not_start", step: step.number } : undefined;
}

const saidAt = ({ inputs, secrets }: HowToStart) => ({ inputs: inputs ?? {}, secrets: Object.keys(secrets ?? {}) });

/** Whether a machine does it, a person, or in a drill nobody. */
export function conductOf({ run, step }: Pick<StepSituation, "run" | "step">, byHand: boolean): Conduct {
  if (run.mode === "drill" && step.inDrill === "simulate") return "simulated";
  return step.action && !byHand ? "command" : "hand";
}

/** A simulated command ends at once, for nothing was sent; what people do in a drill, they still mark themselves. */
function afterSimulation({ run, step, state }: StepSituation, conduct: Conduct, byHand: boolean): RunEvent[] {
  if (conduct !== "simulated" || !step.action || byHand) return [];
  return openSubSteps(run, step, state).length > 0
    ? [{ type: "step.confirmation_requested", step: step.number }]
    : [{ type: "step.completed", step: step.number }];
}

/** The command of the last attempt may be running still: nobody knows, or it could not be ended. A probe does no harm. */
/** Whether a command of it may go on somewhere, so that running it again would run it twice. */
export function mayStillRun(state: StepState): boolean {
  const last = lastAttempt(state);
  if (last?.conduct === "verification" || last?.command?.way === "probe") return false;
  const result = last?.ended?.result;
  return state.status === "interrupted" || (result !== undefined && "gone" in result && !result.gone);
}

export function retryStep(about: StepSituation, command: Extract<StepCommand, { type: "step.retry" }>): Ruling {
  const { run, step, state } = about;
  if (!isRetryable(state.status)) {
    return state.status === "not_started" ? { code: "step_not_retryable", step: step.number } : inOtherState(state);
  }
  if (run.status === "paused") return { code: "run_paused" };
  // The facts may have changed since it was tried.
  const held = heldBack(about);
  if (held && !(held.code === "step_waits" && step.cleanUp)) return held;
  if (state.status === "rejected") return [askGate(about)];
  if (mayStillRun(state) && command.reason === undefined) return { code: "reason_required", step: step.number };
  return startStep(about, command);
}
