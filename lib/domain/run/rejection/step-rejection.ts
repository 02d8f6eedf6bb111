import { missingWords, type Unresolved } from "#lib/domain/action.ts";
import { capital, stepList, wrongWords } from "#lib/domain/run/rejection/refusal-words.ts";
import type { OfStep } from "#lib/domain/run/rejection/rejection.ts";
import type { StepStatus } from "#lib/domain/run/state.ts";
import { joined, type PlainSentence, row, severally, t } from "#lib/words/t.ts";
import { bothClocks } from "#lib/words/time.ts";

const statusWords = {
  in_progress: "in progress",
  awaiting_approval: "waiting for a decision",
  awaiting_confirmation: "waiting for confirmation",
  completed: "completed",
  rejected: "rejected",
  failed: "failed",
  timed_out: "timed out",
  interrupted: "interrupted, its outcome unknown",
  canceling: "being canceled",
  canceled: "canceled",
  overridden: "overridden",
  skipped: "skipped",
} as const satisfies Record<Exclude<StepStatus, "not_started" | "ready">, PlainSentence>;

const reopened = "The commander can reopen it.";
const triedAgain = "Retry, override or skip it.";

/** What brings the step out of the state that it is in. */
const endings = {
  in_progress: "It ends when it is completed or reported failed.",
  awaiting_approval: "Decide it first.",
  awaiting_confirmation: "Confirm its result, or report that it failed.",
  completed: reopened,
  rejected: "Ask again, or skip it.",
  failed: triedAgain,
  timed_out: triedAgain,
  interrupted: "Find out what it did, then retry, override or skip it.",
  canceling: "Wait until its command has ended.",
  canceled: triedAgain,
  overridden: reopened,
  skipped: reopened,
} as const satisfies Record<keyof typeof statusWords, PlainSentence>;

/** Why a command about a step is refused, in one sentence for people. */
export function stepSentence(rejection: OfStep): string {
  switch (rejection.code) {
    case "fact_unchanged":
      return t("That is already the answer.");
    case "sub_steps_open":
      return rejection.facts.length > 0
        ? t("Tick {subSteps} first, or answer what that depends on: {facts}.", {
            subSteps: row(rejection.open),
            facts: row(rejection.facts),
          })
        : t("Tick {subSteps} first.", { subSteps: row(rejection.open) });
    case "command_unresolved":
      return t("{missing}. {remedy}", {
        missing: capital(missingWords(rejection.missing)),
        remedy: remedy(rejection.missing),
      });
    case "inputs_invalid":
    case "outputs_invalid":
      return wrongWords(rejection.wrong);
    case "attempt_leaves_no_receipt":
    case "attempt_asked_already":
    case "step_runs_a_command":
    case "step_runs_no_command":
    case "step_not_automated":
      return attemptSentence(rejection);
    default:
      return placeSentence(rejection);
  }
}

type OfAttempt = Extract<
  OfStep,
  {
    code: `attempt_${string}` | `step_runs_${string}` | "step_not_automated";
  }
>;

function attemptSentence(rejection: OfAttempt): string {
  const { step } = rejection;
  switch (rejection.code) {
    case "step_runs_a_command":
      return t("Step {step} runs a command. Wait for its end or cancel it.", { step });
    case "step_runs_no_command":
      return t("Step {step} runs no command. Complete it, or report that it failed.", { step });
    case "step_not_automated":
      return t("Step {step} is not automated; it is done by hand anyway.", { step });
    case "attempt_leaves_no_receipt":
      return t("What step {step} did leaves no receipt that could be asked for. Look for yourself.", { step });
    case "attempt_asked_already":
      return t("{who} has asked at {time}; the answer is on its way.", {
        who: rejection.by.name,
        time: bothClocks(rejection.at),
      });
  }
}

type OfPlace = Exclude<
  OfStep,
  | OfAttempt
  | { code: `fact_${string}` | `sub_step_${string}` | "sub_steps_open" | "command_unresolved" | `${string}_invalid` }
>;

function placeSentence(rejection: OfPlace): string {
  const { step } = rejection;
  switch (rejection.code) {
    case "step_not_applicable":
      return t("Step {step} does not apply in this run.", { step });
    case "step_undecided":
      return t("Whether step {step} applies is undecided. Answer first: {facts}.", {
        step,
        facts: row(rejection.facts),
      });
    case "step_waits":
      return t(
        rejection.earlier ? "At that time, step {step} still waited for {steps}." : "Step {step} waits for {steps}.",
        {
          step,
          steps: rejection.for.length > 0 ? stepList(rejection.for) : t("its decision"),
        },
      );
    case "step_in_other_state":
      return stateSentence(rejection);
    case "decision_not_recorded":
      return t("Step {step} is a decision: decide it here, or break the glass and say who decided.", { step });
    case "too_much_attached":
      return t("Step {step} already has {most} files and links; write a note instead.", { step, most: rejection.most });
    case "role_not_of_step":
      return t("Step {step} takes place at {roles}.", { step, roles: severally(rejection.roles, "or") });
    case "sub_steps_too_many":
      return t("Step {step} already has {most} sub-steps; write a note instead.", { step, most: rejection.most });
    case "later_step_started":
      return t("Step {later}, which comes after step {step}, has been started; write a note instead.", {
        later: rejection.later,
        step,
      });
  }
}

/** Nobody brought it there where it waits, or was made ready by what somebody did elsewhere. */
function stateSentence({ step, status, by, at }: Extract<OfStep, { code: "step_in_other_state" }>): string {
  if (status === "not_started") return t("Step {step} is not ready yet. Its row says what it waits for.", { step });
  if (status === "ready") return t("Step {step} has not been started. Start it first.", { step });
  const said = { step, state: t(statusWords[status]), who: by.name, time: bothClocks(at) };
  return joined(t("Step {step} is {state}, by {who} at {time}.", said), t(endings[status]));
}

const remedy = (missing: readonly Unresolved[]): string => {
  if (missing.every(({ kind }) => kind === "output")) return t("Enter it, or do the step by hand.");
  if (missing.some(({ kind }) => kind === "input")) return t("Say it, or do the step by hand.");
  return t("Do the step by hand, or add it to the site before the next run.");
};
