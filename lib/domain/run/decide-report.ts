import { outline, type Step } from "#lib/domain/procedure.ts";
import type { Command, Report } from "#lib/domain/run/command.ts";
import type { RunEvent } from "#lib/domain/run/event.ts";
import type { Ruling, Situation } from "#lib/domain/run/ruling.ts";
import { openSubSteps } from "#lib/domain/run/standing.ts";
import { type Ended, isOver, lastAttempt, type Run, type StepState, stepState } from "#lib/domain/run/state.ts";

export const isReport = (command: Command | Report): command is Report => command.type.startsWith("attempt.");

/**
 * What a worker says of the command it runs. Accepted only for the attempt that is running (the attempt number is the
 * fence), and also when the run is over: what a command did is true whatever people decided meanwhile.
 */
export function decideReport({ procedure, run }: Situation, report: Report): Ruling {
  const state = stepState(run, report.step);
  const step = outline(procedure).byNumber.get(report.step);
  if (!state || !step) return { code: "step_not_found", step: report.step };
  const attempt = lastAttempt(state);
  const superseded = { code: "attempt_superseded", step: report.step, attempt: report.attempt } as const;
  const running = state.status === "in_progress" || state.status === "canceling";
  if (!running || attempt?.number !== report.attempt || attempt.conduct !== "command" || attempt.ended) {
    return superseded;
  }
  switch (report.type) {
    case "attempt.begin":
      if (attempt.begun) return superseded;
      return [{ type: "attempt.started", step: report.step, attempt: report.attempt }];
    case "attempt.finish":
      if (!attempt.begun && report.result.kind !== "not_run") return superseded;
      return [
        {
          type: "attempt.finished",
          step: report.step,
          attempt: report.attempt,
          result: report.result,
          durationMs: report.durationMs,
          output: report.output,
        },
        report.result.kind === "exited" && report.result.code === 0
          ? success(run, step, state)
          : failure(report.step, report.result),
      ];
    case "attempt.lose":
      if (!attempt.begun) return superseded;
      return [{ type: "step.interrupted", step: report.step, reason: report.reason }];
  }
}

/** Exit 0 completes a step unless there is something left for a person to say, and still a run to say it in. */
function success(run: Run, step: Step, state: StepState): RunEvent {
  const confirm = step.action?.confirm !== undefined || openSubSteps(run, step, state).length > 0;
  if (!confirm) return { type: "step.completed", step: step.number };
  if (!isOver(run.status)) return { type: "step.confirmation_requested", step: step.number };
  const reason = "The command ended with exit code 0, but the run was over before anybody confirmed the result.";
  return { type: "step.canceled", step: step.number, reason };
}

function failure(step: string, result: Ended): RunEvent {
  switch (result.kind) {
    case "exited":
      return { type: "step.failed", step, reason: `The command ended with exit code ${result.code}.` };
    case "signaled":
      return { type: "step.failed", step, reason: `The command was ended by signal ${result.signal}.` };
    case "not_run":
      return { type: "step.failed", step, reason: `The command was not run: ${result.message}` };
    case "timed_out":
      return { type: "step.timed_out", step, reason: ending("The time was up", result.gone) };
    case "canceled":
      return { type: "step.canceled", step, reason: ending("Canceled", result.gone) };
  }
}

const ending = (why: string, gone: boolean) =>
  gone ? `${why}; the process is known to be gone.` : `${why}; whether the process is gone is not known.`;
