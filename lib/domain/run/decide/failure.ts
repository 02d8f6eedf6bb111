import { cannotBeUndone } from "#lib/domain/cannot-be-undone.ts";
import type { Step } from "#lib/domain/procedure.ts";
import type { RunEvent } from "#lib/domain/run/event.ts";
import { isOver, lastAttempt } from "#lib/domain/run/read-state.ts";
import type { Ended, Run, StepState } from "#lib/domain/run/state.ts";
import { told } from "#lib/words/told.ts";

/** What follows by itself when an attempt has not succeeded, as its step says. */

type Failed = Extract<RunEvent, { type: "step.failed" | "step.timed_out" | "step.canceled" }>;

/** How the attempt ended badly, as the event of its step. */
export function failureOf(step: string, result: Ended): Failed {
  switch (result.kind) {
    case "exited":
      return {
        type: "step.failed",
        step,
        reason: exitWords(result.code),
      };
    case "signaled":
      return {
        type: "step.failed",
        step,
        reason: told("The command was ended by signal {signal}.", { signal: result.signal }),
      };
    case "not_run":
      return {
        type: "step.failed",
        step,
        reason: told("The command was not run: {message}", { message: result.message }),
      };
    case "timed_out":
      return {
        type: "step.timed_out",
        step,
        reason: result.gone
          ? told("The time was up; the process is known to be gone.")
          : told("The time was up; whether the process is gone is not known."),
      };
    case "canceled":
      return {
        type: "step.canceled",
        step,
        reason: result.gone
          ? told("Canceled; the process is known to be gone.")
          : told("Canceled; whether the process is gone is not known."),
      };
    case "answered":
      return {
        type: "step.failed",
        step,
        reason: told("The service answered {status}: {message}", { status: result.status, message: result.message }),
      };
    case "probed":
      return {
        type: "step.failed",
        step,
        reason: notHeld(result.tries, result.message),
      };
  }
}

const notHeld = (tries: number, message: string): string =>
  tries === 1
    ? told("It did not hold, at the last of 1 try: {message}", { message })
    : told("It did not hold, at the last of {tries} tries: {message}", { tries, message });

/** A shell tells a signal as 128 more than its number; a program may use such a code too. */
const SIGNALS: Readonly<Record<number, string>> = {
  129: "SIGHUP",
  130: "SIGINT",
  134: "SIGABRT",
  137: "SIGKILL",
  139: "SIGSEGV",
  143: "SIGTERM",
};
const exitWords = (code: number): string => {
  const signal = SIGNALS[code];
  return signal
    ? told("The command ended with exit code {code}, which usually means {signal}.", { code, signal })
    : told("The command ended with exit code {code}.", { code });
};

/** Everything that goes on is known to be over, so that trying again starts nothing beside itself. */
const isCertain = (result: Ended | undefined): boolean =>
  result !== undefined && result.kind !== "canceled" && !("gone" in result && !result.gone);

/** The failure, and what the machine does about it: a try later, or going on with a warning. */
export function afterFailure(
  about: { run: Run; step: Step; state: StepState; now: string },
  failed: Failed,
  result?: Ended,
): RunEvent[] {
  const { run, step, state, now } = about;
  const policy = step.action?.onFailure;
  const attempt = lastAttempt(state);
  if (!policy || !attempt || attempt.conduct !== "command" || isOver(run.status) || failed.type === "step.canceled")
    return [failed];
  const { retry } = policy;
  if (retry && !cannotBeUndone(step) && isCertain(result) && (attempt.retry ?? 0) < retry.times) {
    const at = new Date(Date.parse(now) + retry.delaySeconds * 1_000).toISOString();
    return [failed, { type: "step.retry_scheduled", step: step.number, attempt: attempt.number, at }];
  }
  if (!policy.goOn || !isCertain(result)) return [failed];
  const reason = told("The procedure goes on with a warning when this step fails.");
  return [failed, { type: "step.overridden", step: step.number, reason, evidence: failed.reason, byRule: true }];
}
