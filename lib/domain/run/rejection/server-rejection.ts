import type { Rejection } from "#lib/domain/run/rejection/rejection.ts";
import { row, t, tn } from "#lib/words/t.ts";
import { bothClocks, bothTimes } from "#lib/words/time.ts";

/**
 * What no button of the page of a run is refused for, only what was sent: it names what is not there, is late, reports for a
 * machine, or is about the review. The page's first load does not hold these sentences.
 */
const codes = {
  finding_added_already: true,
  finding_not_found: true,
  finding_closed_already: true,
  too_many_findings: true,
  report_went_on: true,
  record_spoilt: true,
  run_not_over: true,
  person_not_found: true,
  person_may_not: true,
  person_unchanged: true,
  position_not_found: true,
  position_not_polled: true,
  gate_asked_anew: true,
  gate_lapsed: true,
  gate_not_lapsed: true,
  attempt_superseded: true,
  output_not_found: true,
  fact_not_found: true,
  step_not_found: true,
  sub_step_not_found: true,
  // What a button says, or leaves to be said, is never these.
  poll_reason_required: true,
  break_confirmation_required: true,
  confirmation_required: true,
  reason_required: true,
  position_unchanged: true,
  deputy_is_person: true,
  assigned_already: true,
  attached_already: true,
  time_in_future: true,
  time_too_early: true,
  // Nor is it there where these would be true.
  not_on_roll: true,
  present_already: true,
  step_not_retryable: true,
  sub_step_already_ticked: true,
  sub_step_not_ticked: true,
} as const;

export type ServerRejection = Extract<Rejection, { code: keyof typeof codes }>;

export const isServerRejection = (rejection: Rejection): rejection is ServerRejection => rejection.code in codes;

/** The refusal in one sentence for people. */
export function serverSentence(rejection: ServerRejection): string {
  switch (rejection.code) {
    case "finding_added_already":
      return t("This finding is already there.");
    case "finding_not_found":
      return t("There is no such finding.");
    case "finding_closed_already":
      return t("{who} closed it at {time}.", { who: rejection.by.name, time: bothClocks(rejection.at) });
    case "too_many_findings":
      return t("There are already {most} findings; write a note instead.", { most: rejection.most });
    case "run_not_over":
      return t("A report is signed off when the run is over.");
    case "record_spoilt":
      return t("The record of this run does not hold, so its report is not signed off. Add a finding instead.");
    case "report_went_on":
      return tn(
        "{count} event came after what you were shown. Read it, then sign off.",
        "{count} events came after what you were shown. Read them, then sign off.",
        rejection.events,
      );
    case "time_in_future":
      return t("{time} is in the future. Enter when it was done.", { time: bothTimes(rejection.at, "minute") });
    case "time_too_early":
      return t("The run begins at {time}: nothing of it was done before.", { time: bothClocks(rejection.beganAt) });
    case "output_not_found":
      return t('No step of the procedure gives "{output}".', { output: rejection.output });
    case "fact_not_found":
      return t('The procedure asks no fact "{fact}".', { fact: rejection.fact });
    case "sub_step_not_found":
      return t("There is no sub-step {subStep}.", { subStep: rejection.subStep });
    case "sub_step_already_ticked":
      return t("{subStep} was ticked by {who} at {time}.", {
        subStep: rejection.subStep,
        who: rejection.by.name,
        time: bothClocks(rejection.at),
      });
    case "sub_step_not_ticked":
      return t("{subStep} is not ticked.", { subStep: rejection.subStep });
    default:
      return "step" in rejection ? ofStep(rejection) : ofPeople(rejection);
  }
}

type OfStep = Extract<ServerRejection, { step: string }>;
type OfPeople = Extract<
  ServerRejection,
  {
    code:
      | `person_${string}`
      | "position_not_found"
      | "position_unchanged"
      | "deputy_is_person"
      | "not_on_roll"
      | "present_already";
  }
>;

function ofPeople(rejection: OfPeople): string {
  switch (rejection.code) {
    case "person_not_found":
      return t("There is no such person, or their account is deactivated. Choose another.");
    case "person_may_not":
      return t("{name} is {role}: that role does not allow this. Choose another.", {
        name: rejection.name,
        role: t(rejection.role),
      });
    case "person_unchanged":
      return t("Nothing became of this person that the run does not know, or it does not name them.");
    case "position_not_found":
      return t('The procedure has no position "{position}".', { position: rejection.position });
    case "position_unchanged":
      return t("The position is already filled like that.");
    case "deputy_is_person":
      return t("Nobody stands in for themselves. Choose another deputy.");
    case "not_on_roll":
      return t("The roll call asks who fills a position, who stands in, and whose a step is.");
    case "present_already":
      return presentSentence(rejection.name, rejection.by.name, bothClocks(rejection.at));
  }
}

const presentSentence = (name: string, by: string, time: string): string =>
  by === name
    ? t("{name} said so at {time}.", { name, time })
    : t("{who} noted at {time} that {name} is here.", { who: by, time, name });

function ofStep(rejection: OfStep): string {
  const { step } = rejection;
  switch (rejection.code) {
    case "step_not_found":
      return t("The procedure has no step {step}.", { step });
    case "step_not_retryable":
      return t("Step {step} can be retried only after it failed, timed out, was interrupted, canceled or rejected.", {
        step,
      });
    case "reason_required":
      return t("The outcome of step {step} is unknown and it may then run twice. Say why it is run again.", { step });
    case "confirmation_required":
      return t("Step {step} cannot be undone. Type {label} to confirm.", { step, label: rejection.label });
    case "attached_already":
      return t("That is already attached to step {step}.", { step });
    case "assigned_already":
      return t("Step {step} is already assigned like that.", { step });
    case "attempt_superseded":
      return t("Attempt {attempt} of step {step} is not the one that is running.", {
        attempt: rejection.attempt,
        step,
      });
    case "gate_not_lapsed":
      return t("The time for deciding about step {step} is not over.", { step });
    case "gate_lapsed":
      return t("The time for deciding about step {step} is over. It has to be asked for again.", { step });
    case "gate_asked_anew":
      return t("Step {step} was asked for anew at {time}, so this was not counted: read it first.", {
        step,
        time: bothClocks(rejection.at),
      });
    case "position_not_polled":
      return t('The poll of step {step} does not ask "{position}".', { step, position: rejection.position });
    case "break_confirmation_required":
      return t("To break the glass for step {step}, say why and type {label}.", { step, label: rejection.label });
    case "poll_reason_required":
      return pollSentence(rejection);
  }
}

function pollSentence(votes: { missing: string[]; no: string[] }): string {
  const [missing, no] = [row(votes.missing), row(votes.no)];
  if (votes.no.length === 0) {
    return votes.missing.length === 0 ? t("Say why.") : t("Say why: no vote of {missing}.", { missing });
  }
  return votes.missing.length === 0
    ? t("Say why: {no} voted no go.", { no })
    : t("Say why: {no} voted no go; no vote of {missing}.", { no, missing });
}
