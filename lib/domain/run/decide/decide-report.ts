import { outline } from "#lib/domain/outline.ts";
import type { Command, Report } from "#lib/domain/run/command.ts";
import { afterFailure, failureOf } from "#lib/domain/run/decide/failure.ts";
import type { Ruling, Situation, StepSituation } from "#lib/domain/run/decide/ruling.ts";
import { heldBack, startStep } from "#lib/domain/run/decide/start-step.ts";
import type { RunEvent } from "#lib/domain/run/event.ts";
import { isOver, isSuccess, lastAttempt, stepState } from "#lib/domain/run/read-state.ts";
import type { Attempt, Ended } from "#lib/domain/run/state.ts";
import { openSubSteps } from "#lib/domain/run/sub-steps.ts";
import { told, toldRow } from "#lib/words/told.ts";

export type AttemptReport = Extract<Report, { type: `attempt.${string}` }>;

export const isReport = (command: Command | Report): command is AttemptReport => command.type.startsWith("attempt.");

/**
 * What a worker says of the command it runs. Accepted only for the attempt that is running (the attempt number is the
 * fence), and also when the run is over: what a command did is true whatever people decided meanwhile.
 */
export function decideReport(situation: Situation, report: AttemptReport): Ruling {
  const state = stepState(situation.run, report.step);
  const step = outline(situation.procedure).byNumber.get(report.step);
  if (!state || !step) return { code: "step_not_found", step: report.step };
  const about = { ...situation, step, state };
  const attempt = lastAttempt(state);
  const superseded = { code: "attempt_superseded", step: report.step, attempt: report.attempt } as const;
  if (!attempt || attempt.number !== report.attempt) return superseded;
  switch (report.type) {
    case "attempt.again":
      return state.retryAt === undefined ? superseded : tryAgain(about, attempt);
    case "attempt.answer":
      return state.status === "interrupted" && attempt.asked ? answered(about, attempt, report) : superseded;
    default:
      return isRunning(about, attempt) ? running(about, attempt, report) : superseded;
  }
}

const isRunning = ({ state }: StepSituation, { conduct, ended }: Attempt): boolean =>
  (state.status === "in_progress" || state.status === "canceling") &&
  (conduct === "command" || conduct === "verification") &&
  ended === undefined;

type Running = Extract<Report, { type: "attempt.begin" | "attempt.finish" | "attempt.lose" }>;

function running(about: StepSituation, attempt: Attempt, report: Running): Ruling {
  const superseded = { code: "attempt_superseded", step: report.step, attempt: report.attempt } as const;
  switch (report.type) {
    case "attempt.begin":
      if (attempt.begun) return superseded;
      return [
        {
          type: "attempt.started",
          step: report.step,
          attempt: report.attempt,
          ...(isOnWorker(attempt) && report.place !== undefined && { place: report.place }),
        },
      ];
    case "attempt.finish":
      if (!attempt.begun && report.result.kind !== "not_run") return superseded;
      return finished(about, attempt, report);
    case "attempt.lose":
      if (!attempt.begun) return superseded;
      return [{ type: "step.interrupted", step: report.step, reason: report.reason }];
  }
}

const isOnWorker = ({ command }: Attempt): boolean => command?.way === "process" || command?.way === undefined;

type Finish = Omit<Extract<Report, { type: "attempt.finish" }>, "type" | "attempt" | "step">;

function finished(about: StepSituation, attempt: Attempt, finish: Finish): RunEvent[] {
  const { number } = about.step;
  const { result, durationMs, output, expected, outputs = {}, missing = [] } = finish;
  const good = isSuccess(result);
  const event: RunEvent = {
    type: "attempt.finished",
    step: number,
    attempt: attempt.number,
    result,
    durationMs,
    output,
    ...(good && Object.keys(outputs).length > 0 && { outputs }),
    ...(expected && { expected }),
  };
  if (!good) return [event, ...afterFailure(about, failureOf(number, result), result)];
  const unmet = unmetWords(finish, missing);
  if (unmet) return [event, ...afterFailure(about, { type: "step.failed", step: number, reason: unmet }, result)];
  return [event, success(about, attempt)];
}

/** The command did its part, and still what should be there is not. */
function unmetWords({ expected }: Finish, missing: readonly string[]): string | null {
  if (expected && !expected.held) {
    return told("The command succeeded, but what must be true afterwards is not: {message}", {
      message: expected.message,
    });
  }
  return missing.length > 0
    ? told("The command succeeded, but its output does not say {outputs}.", { outputs: toldRow(missing) })
    : null;
}

/** Success completes a step unless there is something left for a person to say, and still a run to say it in. */
function success({ run, step, state }: StepSituation, { conduct }: Attempt): RunEvent {
  const asked = step.expected !== undefined && "confirm" in step.expected;
  const entered = step.outputs?.some(({ name, from, optional }) => !from && !optional && !run.outputs[name]) ?? false;
  const confirm = conduct === "command" && (asked || entered || openSubSteps(run, step, state).length > 0);
  if (!confirm) return { type: "step.completed", step: step.number };
  if (!isOver(run.status)) return { type: "step.confirmation_requested", step: step.number };
  const reason = told("The command succeeded, but the run was over before anybody confirmed the result.");
  return { type: "step.canceled", step: step.number, reason };
}

type Answer = Extract<Report, { type: "attempt.answer" }>;

/** Only a receipt resolves an unknown outcome without a person; anything else the target says is kept beside it. */
function answered(about: StepSituation, attempt: Attempt, { finding, output, outputs, missing }: Answer): Ruling {
  const result = resultOf(finding);
  if (!result) {
    return [{ type: "attempt.answered", step: about.step.number, attempt: attempt.number, finding }];
  }
  const ended = finding.kind === "ended" ? finding.at : undefined;
  const durationMs = Math.max(0, Date.parse(ended ?? about.now) - Date.parse(attempt.begun?.at ?? attempt.at));
  return [
    { type: "attempt.answered", step: about.step.number, attempt: attempt.number, finding },
    ...finished(about, attempt, {
      result,
      durationMs,
      output: output ?? { lines: 0, bytes: 0, truncated: false, sha256: EMPTY_SHA256 },
      ...(outputs && { outputs }),
      ...(missing && { missing }),
    }),
  ];
}

const EMPTY_SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

function resultOf(finding: Answer["finding"]): Ended | null {
  switch (finding.kind) {
    case "ended":
      return { kind: "exited", code: finding.code };
    case "not_begun":
      return {
        kind: "not_run",
        message: told(
          "the host holds no receipt of this attempt. It is claimed there now, so that it never will be run.",
        ),
      };
    case "running":
    case "gone":
    case "unreachable":
      return null;
  }
}

/** The same again, as the next attempt; whatever has changed meanwhile may refuse it. */
function tryAgain(about: StepSituation, attempt: Attempt): Ruling {
  if (isOver(about.run.status)) return { code: "run_over", status: about.run.status };
  const held = heldBack(about);
  if (held && !(held.code === "step_waits" && about.step.cleanUp)) return held;
  return startStep(about, {
    step: about.step.number,
    role: attempt.role,
    ...(attempt.inputs && { inputs: attempt.inputs }),
    retry: (attempt.retry ?? 0) + 1,
  });
}
