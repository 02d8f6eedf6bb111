import type { Unresolved } from "#lib/domain/action.ts";
import type { InputFault, Wrong } from "#lib/domain/input.ts";
import type { Who } from "#lib/domain/instant.ts";
import { type GateRejection, gateSentence, isGateRejection } from "#lib/domain/run/rejection/gate-rejection.ts";
import { isPeopleRejection, type PeopleRejection, peopleSentence } from "#lib/domain/run/rejection/people-rejection.ts";
import { stepList, wrongWords } from "#lib/domain/run/rejection/refusal-words.ts";
import { isServerRejection, type ServerRejection, serverSentence } from "#lib/domain/run/rejection/server-rejection.ts";
import { stepSentence } from "#lib/domain/run/rejection/step-rejection.ts";
import type { Run, StepState, StepStatus } from "#lib/domain/run/state.ts";
import { row, severally, t } from "#lib/words/t.ts";

/** Why a command is refused: a fact, with what is needed to say it in a sentence. */
export type Rejection =
  | { code: "not_permitted" }
  | { code: "not_commander"; commander: Who; isOffered?: true; isGone?: true }
  | { code: "already_commander" }
  | { code: "run_not_started" | "run_already_started" | "run_paused" | "run_not_paused" }
  | { code: "run_over"; status: Run["status"] }
  | { code: "run_locked"; locks: Lock[]; label: string }
  | { code: "automation_unchanged"; on: boolean }
  | { code: "no_return_passed"; step: string }
  | { code: "finding_added_already" | "finding_not_found" | "run_not_over" }
  | { code: "finding_closed_already"; by: Who; at: string }
  | { code: "too_many_findings"; most: number }
  /** Something in its log was changed after it was recorded. */
  | { code: "record_spoilt" }
  /** So many events came after those that were read. */
  | { code: "report_went_on"; events: number }
  | { code: "time_in_future"; at: string }
  | { code: "time_too_early"; beganAt: string }
  | { code: "clean_up_open"; open: string[] }
  | { code: "output_not_found"; output: string }
  | { code: "output_invalid"; output: string; fault: InputFault }
  | { code: "fact_not_found"; fact: string }
  | { code: "fact_unchanged"; fact: string }
  | { code: "step_not_found"; step: string }
  | { code: "step_not_applicable"; step: string }
  /** `facts` by what they are called. */
  | { code: "step_undecided"; step: string; facts: string[] }
  /** `earlier`: when it is said to have been done, not now. */
  | { code: "step_waits"; step: string; for: string[]; earlier?: true }
  /** It is in another state than the command needs: who brought it there, and when. */
  | { code: "step_in_other_state"; step: string; status: StepStatus; by: Who; at: string }
  | { code: "step_runs_a_command"; step: string }
  | { code: "step_runs_no_command"; step: string }
  | { code: "step_not_automated"; step: string }
  | { code: "step_not_retryable"; step: string }
  | { code: "decision_not_recorded"; step: string }
  | { code: "too_much_attached"; step: string; most: number }
  | { code: "attached_already"; step: string }
  | { code: "role_not_of_step"; step: string; roles: string[] }
  | { code: "command_unresolved"; step: string; missing: Unresolved[] }
  | { code: "inputs_invalid"; step: string; wrong: Wrong[] }
  | { code: "outputs_invalid"; step: string; wrong: Wrong[] }
  | { code: "attempt_leaves_no_receipt"; step: string }
  | { code: "attempt_asked_already"; step: string; by: Who; at: string }
  | { code: "confirmation_required"; step: string; label: string }
  | { code: "reason_required"; step: string }
  /** `facts`: the unanswered ones that may rule some of them out, by what they are called. */
  | { code: "sub_steps_open"; step: string; open: string[]; facts: string[] }
  | { code: "sub_steps_too_many"; step: string; most: number }
  | { code: "later_step_started"; step: string; later: string }
  | { code: "sub_step_not_found"; subStep: string }
  | { code: "sub_step_already_ticked"; subStep: string; by: Who; at: string }
  | { code: "sub_step_not_ticked"; subStep: string }
  | { code: "attempt_superseded"; step: string; attempt: number }
  | GateRejection
  | PeopleRejection;

/** An open live run that holds a procedure or sites. */
export type Lock = { run: string; procedure: boolean; sites: string[] };

export const inOtherState = (state: StepState): Rejection => ({
  code: "step_in_other_state",
  step: state.number,
  status: state.status,
  by: state.recorded ? { ...state.by, name: state.recorded.by } : state.by,
  at: state.recorded?.at ?? state.since,
});

/** The refusal in one sentence for people, in the language of who reads, with what to do where that is known. */
export const sentence = (rejection: Rejection): string =>
  isServerRejection(rejection) ? serverSentence(rejection) : runSentence(rejection);

/** The same of what is pressed on the page of a run. */
export function runSentence(rejection: RunRejection): string {
  if (isGateRejection(rejection)) return gateSentence(rejection);
  if (isPeopleRejection(rejection)) return peopleSentence(rejection);
  switch (rejection.code) {
    case "not_permitted":
      return t("Your role does not allow this. Ask the commander.");
    case "not_commander":
      if (rejection.isGone) return t("Nobody commands this run any more. Become commander first.");
      return rejection.isOffered
        ? t("{commander} commands this run. Accept to become commander first.", { commander: rejection.commander.name })
        : t("{commander} commands this run. Become commander first.", { commander: rejection.commander.name });
    case "already_commander":
      return t("You already command this run.");
    case "run_not_started":
      return t("The run has not been started. Its commander starts it.");
    case "run_already_started":
      return t("The run has already been started.");
    case "run_not_paused":
      return t("The run is not paused.");
    case "run_paused":
      return t("The run is paused. It has to be resumed first.");
    case "run_over":
      return t("The run is over. It accepts notes, evidence and its review.");
    case "run_locked":
      return t("{locks}. To start this run anyway, say why and type its number, {label}.", {
        locks: lockWords(rejection.locks),
        label: rejection.label,
      });
    case "automation_unchanged":
      return rejection.on ? t("Steps already start automatically.") : t("No step starts automatically now.");
    case "no_return_passed":
      return t(
        "Step {step} is past the point of no return. Roll forward, or declare the run failed and start the switchback.",
        { step: rejection.step },
      );
    case "clean_up_open":
      return t("A drill ends when it has cleaned up: do or skip {steps} first.", { steps: stepList(rejection.open) });
    case "output_invalid":
      return wrongWords([{ name: rejection.output, fault: rejection.fault }]);
    default:
      return stepSentence(rejection);
  }
}

/** What is refused about a step, and of what it is made. */
export type OfStep = Exclude<
  Extract<Rejection, { step: string } | { code: `fact_${string}` | `sub_step_${string}` }>,
  GateRejection | PeopleRejection | ServerRejection | { code: "no_return_passed" }
>;
export type RunRejection = Exclude<Rejection, ServerRejection>;

/** "R-0041 is a live run of this procedure at Tokyo and Osaka". */
export const lockWords = (locks: readonly Lock[]): string =>
  row(
    locks.map((lock) => t(lockSentence(lock), { run: lock.run, sites: severally(lock.sites, "and") })),
    "; ",
  );

export function lockSentence({ procedure, sites }: Lock) {
  if (sites.length === 0) return procedure ? "{run} is a live run of this procedure" : "{run} is a live run";
  return procedure ? "{run} is a live run of this procedure at {sites}" : "{run} is a live run at {sites}";
}
