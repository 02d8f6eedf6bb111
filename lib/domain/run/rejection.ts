import { missingWords, type Unresolved } from "#lib/domain/action.ts";
import type { Wrong } from "#lib/domain/input.ts";
import { type GateRejection, gateSentence, isGateRejection } from "#lib/domain/run/gate-rejection.ts";
import type { Who } from "#lib/domain/run/instant.ts";
import { isPeopleRejection, type PeopleRejection, peopleSentence } from "#lib/domain/run/people-rejection.ts";
import type { Run, StepState, StepStatus } from "#lib/domain/run/state.ts";

/** Why a command is refused: a fact, with what is needed to say it in a sentence. */
export type Rejection =
  | { code: "not_permitted" }
  | { code: "not_commander"; commander: Who }
  | { code: "already_commander" }
  | { code: "run_not_started" | "run_already_started" | "run_not_paused" }
  | { code: "run_paused"; reason: string }
  | { code: "run_over"; status: Run["status"] }
  | { code: "run_locked"; locks: Lock[]; label: string }
  | { code: "automation_unchanged"; on: boolean }
  | { code: "no_return_passed"; step: string }
  | { code: "finding_added_already" | "finding_not_found" | "run_not_over" }
  | { code: "finding_closed_already"; by: Who; at: string }
  | { code: "too_many_findings"; most: number }
  | { code: "time_in_future"; at: string }
  | { code: "time_too_early"; declaredAt: string }
  | { code: "clean_up_open"; open: string[] }
  | { code: "output_not_found"; output: string }
  | { code: "output_invalid"; output: string; message: string }
  | { code: "fact_not_found"; fact: string }
  | { code: "fact_unchanged"; fact: string }
  | { code: "step_not_found"; step: string }
  | { code: "step_not_applicable"; step: string }
  | { code: "step_undecided"; step: string; facts: string[] }
  | { code: "step_waits"; step: string; for: string[] }
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
  | { code: "sub_steps_open"; step: string; open: string[] }
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
  by: state.by,
  at: state.since,
});

const statusWords: Record<StepStatus, string> = {
  not_started: "not ready yet",
  ready: "ready",
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
};

/** The refusal in one sentence for people, with what to do where that is known. */
export function sentence(rejection: Rejection): string {
  if (isGateRejection(rejection)) return gateSentence(rejection);
  if (isPeopleRejection(rejection)) return peopleSentence(rejection);
  switch (rejection.code) {
    case "not_permitted":
      return "Your role does not allow this.";
    case "not_commander":
      return `${rejection.commander.name} commands this run. Take command first.`;
    case "already_commander":
      return "You command this run already.";
    case "run_not_started":
      return "The run has not been started.";
    case "run_already_started":
      return "The run has been started already.";
    case "run_not_paused":
      return "The run is not paused.";
    case "run_paused":
      return `The run is paused: ${rejection.reason}`;
    case "run_over":
      return "The run is over. It accepts notes only.";
    case "run_locked":
      return `${lockWords(rejection.locks)}. To start all the same, say why and type ${rejection.label}.`;
    case "automation_unchanged":
      return rejection.on ? "Steps start by themselves already." : "No step starts by itself now.";
    case "no_return_passed":
      return `Step ${rejection.step} is past the point of no return. Roll forward, or declare the run failed and start the switchback.`;
    case "finding_added_already":
      return "This finding is there already.";
    case "finding_not_found":
      return "There is no such finding.";
    case "finding_closed_already":
      return `${rejection.by.name} closed it at ${clock(rejection.at)}.`;
    case "too_many_findings":
      return `There are ${rejection.most} findings already.`;
    case "run_not_over":
      return "A report is signed off when the run is over.";
    case "time_in_future":
      return `${rejection.at.slice(0, 16).replace("T", " ")} UTC lies in the future.`;
    case "time_too_early":
      return `The run was declared at ${clock(rejection.declaredAt)}: nothing of it was done before.`;
    case "clean_up_open":
      return `A drill ends when it has cleaned up: do or skip ${stepList(rejection.open)} first.`;
    case "output_not_found":
      return `No step of the procedure gives "${rejection.output}".`;
    case "output_invalid":
      return `${rejection.output} ${rejection.message}.`;
    default:
      return stepSentence(rejection);
  }
}

type OfRun =
  | "not_permitted"
  | "not_commander"
  | "already_commander"
  | "run_not_started"
  | "run_already_started"
  | "run_not_paused"
  | "run_paused"
  | "run_over"
  | "run_locked"
  | "automation_unchanged"
  | "no_return_passed"
  | "finding_added_already"
  | "finding_not_found"
  | "finding_closed_already"
  | "too_many_findings"
  | "run_not_over"
  | "time_in_future"
  | "time_too_early"
  | "clean_up_open"
  | "output_not_found"
  | "output_invalid";
type OfStep = Exclude<Rejection, { code: OfRun } | GateRejection | PeopleRejection>;

function stepSentence(rejection: OfStep): string {
  switch (rejection.code) {
    case "fact_not_found":
      return `The procedure asks no fact "${rejection.fact}".`;
    case "fact_unchanged":
      return "That is the answer already.";
    case "step_not_found":
      return `The procedure has no step ${rejection.step}.`;
    case "step_not_applicable":
      return `Step ${rejection.step} does not apply in this run.`;
    case "step_undecided":
      return `Whether step ${rejection.step} applies is undecided. Answer first: ${rejection.facts.join(", ")}.`;
    case "step_waits":
      return `Step ${rejection.step} waits for ${stepList(rejection.for)}.`;
    case "step_in_other_state":
      // Nobody brought it there: it has been so from the beginning, or was put back by what somebody did elsewhere.
      return rejection.status === "not_started"
        ? `Step ${rejection.step} is ${statusWords.not_started}.`
        : `Step ${rejection.step} is ${statusWords[rejection.status]}, by ${rejection.by.name} at ${clock(rejection.at)}.`;
    case "step_runs_a_command":
      return `Step ${rejection.step} runs a command. Wait for its end or cancel it.`;
    case "step_runs_no_command":
      return `Step ${rejection.step} runs no command.`;
    case "step_not_automated":
      return `Step ${rejection.step} is not automated; it is done by hand anyway.`;
    case "step_not_retryable":
      return `Step ${rejection.step} can be retried only after it failed, timed out, was interrupted, canceled or rejected.`;
    case "decision_not_recorded":
      return `Step ${rejection.step} is a decision: decide it here, or break the glass and say who decided.`;
    case "too_much_attached":
      return `Step ${rejection.step} has ${rejection.most} files and links already.`;
    case "attached_already":
      return `That is attached to step ${rejection.step} already.`;
    case "role_not_of_step":
      return `Step ${rejection.step} takes place at ${rejection.roles.join(" or ")}.`;
    case "command_unresolved":
      return `${capital(missingWords(rejection.missing))}. ${remedy(rejection.missing)}`;
    case "inputs_invalid":
    case "outputs_invalid":
      return `${rejection.wrong.map(({ name, message }) => `${name} ${message}`).join(", ")}.`;
    case "attempt_leaves_no_receipt":
      return `What step ${rejection.step} did leaves no receipt that could be asked for. Look for yourself.`;
    case "attempt_asked_already":
      return `${rejection.by.name} has asked at ${clock(rejection.at)}; the answer is on its way.`;
    case "confirmation_required":
      return `Step ${rejection.step} cannot be undone. Type ${rejection.label} to confirm.`;
    case "reason_required":
      return `The outcome of step ${rejection.step} is unknown and it may then run twice. Say why it is run again.`;
    case "sub_steps_open":
      return `Tick ${rejection.open.join(", ")} first.`;
    case "sub_steps_too_many":
      return `Step ${rejection.step} has ${rejection.most} sub-steps already; write a note instead.`;
    case "later_step_started":
      return `Step ${rejection.later}, which comes after step ${rejection.step}, has been started.`;
    case "sub_step_not_found":
      return `There is no sub-step ${rejection.subStep}.`;
    case "sub_step_already_ticked":
      return `${rejection.subStep} was ticked by ${rejection.by.name} at ${clock(rejection.at)}.`;
    case "sub_step_not_ticked":
      return `${rejection.subStep} is not ticked.`;
    case "attempt_superseded":
      return `Attempt ${rejection.attempt} of step ${rejection.step} is not the one that is running.`;
  }
}

const clock = (instant: string) => `${instant.slice(11, 19)} UTC`;
const stepList = (numbers: string[]) => `step${numbers.length > 1 ? "s" : ""} ${numbers.join(", ")}`;
const capital = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

const remedy = (missing: readonly Unresolved[]): string => {
  if (missing.every(({ kind }) => kind === "output")) return "Enter it, or do the step by hand.";
  if (missing.some(({ kind }) => kind === "input")) return "Say it, or do the step by hand.";
  return "Do the step by hand, or add it to the site before the next run.";
};

/** "R-0041 is a live run of this procedure at Tokyo and Osaka". */
export const lockWords = (locks: readonly Lock[]): string =>
  locks
    .map(({ run, procedure, sites }) => {
      const at = sites.length > 0 ? ` at ${sites.join(" and ")}` : "";
      return `${run} is a live run${procedure ? " of this procedure" : ""}${at}`;
    })
    .join("; ");
