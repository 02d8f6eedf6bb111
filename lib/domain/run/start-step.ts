import { resolve } from "#lib/domain/action.ts";
import type { StepCommand } from "#lib/domain/run/command.ts";
import type { RunEvent } from "#lib/domain/run/event.ts";
import { inOtherState, type Rejection } from "#lib/domain/run/rejection.ts";
import type { Ruling, StepSituation } from "#lib/domain/run/ruling.ts";
import { openSubSteps, standing, waitsFor } from "#lib/domain/run/standing.ts";
import { type Conduct, lastAttempt, runLabel, type StepState, type StepStatus } from "#lib/domain/run/state.ts";

type Start = Extract<StepCommand, { type: "step.start" | "step.retry" }>;

export const isRetryable = (status: StepStatus): boolean =>
  status === "failed" ||
  status === "timed_out" ||
  status === "interrupted" ||
  status === "canceled" ||
  status === "rejected";

/** A step is ready exactly while nothing holds it, so what is not ready is held or is past that. */
export function startReadyStep(about: StepSituation, command: Extract<StepCommand, { type: "step.start" }>): Ruling {
  if (about.state.status === "ready") return startStep(about, command);
  return (about.state.status === "not_started" && heldBack(about)) || inOtherState(about.state);
}

/** Why the step cannot be started now, whatever its status: it does not apply, is undecided, or waits for others. */
function heldBack({ procedure, run, step }: StepSituation): Rejection | undefined {
  const { applicability, because } = standing(run, step);
  if (applicability === "not_applicable") return { code: "step_not_applicable", step: step.number };
  if (applicability === "undecided") {
    return { code: "step_undecided", step: step.number, facts: because.map(({ fact }) => fact) };
  }
  const before = waitsFor(procedure, run, step.number);
  return before.length > 0 ? { code: "step_waits", step: step.number, for: before } : undefined;
}

function startStep(about: StepSituation, command: Start): Ruling {
  const { run, step, state } = about;
  if (run.status === "paused") return { code: "run_paused", reason: run.reason ?? "" };
  const role = command.role ?? step.roles[0] ?? "";
  if (!step.roles.includes(role)) return { code: "role_not_of_step", step: step.number, roles: step.roles };
  if (command.byHand && !step.action) return { code: "step_not_automated", step: step.number };
  const conduct = conductOf(about, command.byHand ?? false);
  const label = runLabel(run.number);
  if (step.irreversible && conduct !== "simulated" && command.confirmation !== label) {
    return { code: "confirmation_required", step: step.number, label };
  }
  const attempt = state.attempts.length + 1;
  const resolution = step.action && !command.byHand ? resolve(step.action, run, role, attempt) : undefined;
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
    ...(resolution?.ok && { command: resolution.command }),
    ...("reason" in command && command.reason !== undefined && { reason: command.reason }),
  };
  return [started, ...afterSimulation(about, conduct, command.byHand ?? false)];
}

function conductOf({ run, step }: StepSituation, byHand: boolean): Conduct {
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

/** The command of the last attempt may be running still: nobody knows, or it could not be ended. */
function mayStillRun(state: StepState): boolean {
  const result = lastAttempt(state)?.ended?.result;
  return state.status === "interrupted" || (result !== undefined && "gone" in result && !result.gone);
}

export function retryStep(about: StepSituation, command: Extract<StepCommand, { type: "step.retry" }>): Ruling {
  const { run, step, state } = about;
  if (!isRetryable(state.status)) {
    return state.status === "not_started" ? { code: "step_not_retryable", step: step.number } : inOtherState(state);
  }
  if (run.status === "paused") return { code: "run_paused", reason: run.reason ?? "" };
  // The facts may have changed since it was tried.
  const held = heldBack(about);
  if (held) return held;
  if (state.status === "rejected") return [{ type: "step.approval_requested", step: step.number }];
  if (mayStillRun(state) && command.reason === undefined) return { code: "reason_required", step: step.number };
  return startStep(about, command);
}
