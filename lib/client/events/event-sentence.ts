import { gateEventWords } from "#lib/client/events/gate-event-words.ts";
import { peopleEventWords } from "#lib/client/events/people-event-words.ts";
import { endWords, findingWords } from "#lib/client/run/attempt-words.ts";
import type { Actor } from "#lib/domain/actor.ts";
import { actorName } from "#lib/domain/actor-name.ts";
import { factLabel, outline, outputLabel } from "#lib/domain/outline.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import { askedWords } from "#lib/domain/run/asked-words.ts";
import type { LoggedEvent, RunEvent } from "#lib/domain/run/event.ts";
import { whoIs } from "#lib/domain/run/evolve/evolve.ts";
import { retold } from "#lib/domain/run/retold-event.ts";
import type { Stated } from "#lib/domain/run/review.ts";
import { joined, listed, row, t } from "#lib/words/t.ts";
import { bothClocks } from "#lib/words/time.ts";

/** An event as people read it: "Jun Kato" "started step 6", joined by `{who} {words}`. */
export type EventSentence = {
  /** Left out where the event follows by itself. */
  who: string | null;
  words: string;
  /** What somebody wrote: stands out from what happened. */
  said: boolean;
  step?: string;
};

/** What followed by itself from what somebody did before it in the same command. */
const consequences: ReadonlySet<RunEvent["type"]> = new Set([
  "run.completed",
  "step.readied",
  "step.withheld",
  "step.approval_requested",
  "step.confirmation_requested",
  "step.retry_scheduled",
  "gate.voided",
  "gate.lapsed",
]);

export function eventSentence(logged: LoggedEvent, procedure: Procedure): EventSentence {
  const { actor } = logged;
  const event = retold(logged, procedure);
  const byItself = consequences.has(event.type) && !(event.type === "step.approval_requested" && event.how);
  const step = "step" in event && event.step !== undefined ? { step: event.step } : {};
  const words = event.type === "note.added" ? noteWords(event) : wordsOf(event, procedure, actor);
  return { who: byItself ? null : actorName(actor), words, said: event.type === "note.added", ...step };
}

/** "to Jun Kato: the lines are empty". */
const noteWords = ({ text, mentions = [] }: Extract<RunEvent, { type: "note.added" }>): string =>
  mentions.length > 0 ? t("to {names}: {text}", { names: row(mentions.map(({ name }) => name)), text }) : text;

/** Whether it is a note that is meant for this person. */
export const isMeantFor = (me: string, { event }: LoggedEvent): boolean =>
  event.type === "note.added" && (event.mentions?.some(({ id }) => id === me) ?? false);

/** The whole sentence, for a screen reader. */
export function spoken(logged: LoggedEvent, procedure: Procedure): string {
  const { who, words, said, step } = eventSentence(logged, procedure);
  if (who === null) return words;
  if (!said) return t("{who} {words}", { who, words });
  return step
    ? t("{who} wrote about step {step}: {words}", { who, step, words })
    : t("{who} wrote: {words}", { who, words });
}

type Told = Exclude<RunEvent, { type: "note.added" }>;

function wordsOf(event: Told, procedure: Procedure, actor: Actor): string {
  switch (event.type) {
    case "presence.confirmed":
      if (event.person.id === whoIs(actor).id) return t("is here");
      return peopleEventWords(event, procedure);
    case "command.taken":
    case "command.offered":
    case "command.accepted":
    case "command.declined":
    case "command.withdrawn":
    case "person.changed":
    case "position.filled":
    case "step.assigned":
    case "people.reminded":
    case "help.asked":
    case "help.settled":
      return peopleEventWords(event, procedure);
    case "run.created":
      return t("created the run");
    case "run.started":
      return startedWords(event);
    case "run.automation_set":
      return event.on
        ? t("began automatic mode: ready automated steps start by themselves")
        : t("ended automatic mode: no step starts by itself");
    case "output.entered":
      return t("entered {output}: {value}", { output: outputLabel(procedure, event.output), value: event.value });
    case "finding.added":
      return t("noted a finding for {owner}: {text}", { owner: event.owner, text: event.text });
    case "finding.closed":
      return t("closed a finding: {how}", { how: event.how });
    case "report.stated":
      return statedWords(event.stated);
    case "report.signed_off":
      return t("signed the report off as {role}", { role: event.as });
    case "run.paused":
      return t("paused the run: {reason}", { reason: event.reason });
    case "run.resumed":
      return t("resumed the run");
    case "run.aborted":
      return t("aborted the run: {reason}", { reason: event.reason });
    case "run.failed":
      return t("declared the run failed: {reason}", { reason: event.reason });
    case "run.completed":
      return event.exceptions.length > 0
        ? t("Run completed with exceptions: {steps}", { steps: stepList(event.exceptions) })
        : t("Run completed");
    case "fact.answered":
      return t("answered “{fact}”: {answer}, before {before}", {
        fact: factLabel(procedure, event.fact),
        answer: t(event.answer),
        before: t(event.before),
      });
    case "gate.voted":
    case "gate.opened":
    case "gate.broken":
    case "gate.voided":
    case "gate.lapsed":
      return gateEventWords(event, procedure);
    default:
      return wordsOfStep(event, procedure);
  }
}

const statedWords = (stated: Stated): string =>
  Object.values(stated).some((value) => value !== null)
    ? t("stated what the report says of lost data and interruption")
    : t("withdrew what was stated of lost data or interruption");

function startedWords({ declaredAt, override }: Extract<RunEvent, { type: "run.started" }>): string {
  if (!override) return declaredAt === undefined ? t("started the run") : t("declared and started the run");
  const { over, reason } = override;
  return t("started the run although {runs} held its procedure or sites: {reason}", { runs: listed(over), reason });
}

type OfStep = Exclude<Extract<RunEvent, { type: `step.${string}` }>, { type: "step.assigned" }>;
type Within = Extract<RunEvent, { type: `${"sub_step" | "attempt" | "evidence"}.${string}` }>;

function wordsOfStep(event: OfStep | Within, procedure: Procedure): string {
  const { step } = event;
  switch (event.type) {
    case "step.readied":
      return t("Step {step} is ready", { step });
    case "step.withheld":
      return t("Step {step} is held back", { step });
    case "step.approval_requested":
      if (event.how) return withText(t("asked for approval of step {step}", { step }), askedWords(event.how));
      return isHoldPoint(procedure, step)
        ? t("Step {step} is held until it is released", { step })
        : t("Go asked for step {step}", { step });
    case "step.started":
      return startWords(event);
    case "step.retry_scheduled":
      return t("Step {step} is tried again by itself at {time}", { step, time: bothClocks(event.at) });
    case "step.confirmation_requested":
      return t("The result of step {step} has to be confirmed", { step });
    case "step.completed":
      return withText(t("completed step {step}", { step }), event.note);
    case "step.failed":
      return t("reported step {step} failed: {reason}", { step, reason: event.reason });
    case "step.timed_out":
      return t("reported step {step} timed out: {reason}", { step, reason: event.reason });
    case "step.interrupted":
      return t("reported the outcome of step {step} unknown: {reason}", { step, reason: event.reason });
    case "step.cancel_requested":
      return withText(t("asked to cancel step {step}", { step }), event.reason);
    case "step.canceled":
      return t("canceled step {step}: {reason}", {
        step,
        reason: joined(event.why !== undefined && t("“{words}”", { words: event.why }), event.reason),
      });
    case "step.skipped":
      return event.by === undefined
        ? t("skipped step {step}: {reason}", { step, reason: event.reason })
        : t("RECORDED AFTERWARDS step {step}, skipped by {person}: {reason}", {
            step,
            person: event.by,
            reason: event.reason,
          });
    case "step.overridden":
      return event.byRule
        ? t("continued with a warning after step {step} failed: {evidence}", { step, evidence: event.evidence })
        : t("overrode step {step}: {reason}. Evidence: {evidence}", {
            step,
            reason: event.reason,
            evidence: event.evidence,
          });
    case "step.recorded":
      return recordedWords(event);
    case "step.reopened":
      return t("reopened step {step}: {reason}", { step, reason: event.reason });
    case "step.approved":
      return withText(t("gave go for step {step}", { step }), event.note);
    case "step.rejected":
      return t("gave no go for step {step}: {reason}", { step, reason: event.reason });
    case "step.released":
      return withText(t("released step {step}", { step }), event.note);
    default:
      return wordsWithin(event);
  }
}

function wordsWithin(event: Within): string {
  const { step } = event;
  switch (event.type) {
    case "sub_step.ticked":
      return t("ticked {line}", { line: event.subStep });
    case "sub_step.unticked":
      return t("took back the tick of {line}", { line: event.subStep });
    case "sub_step.added":
      return t("added {line}: {title}", { line: event.subStep, title: event.title });
    case "evidence.added":
      return t("attached {evidence} to step {step}", { evidence: event.evidence.name, step });
    case "attempt.started":
      return t("began the command of step {step}, attempt {attempt}", { step, attempt: event.attempt });
    case "attempt.finished":
      return t("ended the command of step {step}, attempt {attempt}: {outcome}", {
        step,
        attempt: event.attempt,
        outcome: endWords(event.result),
      });
    case "attempt.asked":
      return t("asked the host what became of step {step}, attempt {attempt}", { step, attempt: event.attempt });
    case "attempt.answered":
      return t("asked for attempt {attempt} of step {step}: {finding}", {
        attempt: event.attempt,
        step,
        finding: findingWords(event.finding),
      });
  }
}

function startWords(event: Extract<OfStep, { type: "step.started" }>): string {
  const { attempt, reason = event.why } = event;
  const begun = begunWords(event);
  return withText(attempt > 1 ? t("{words}, attempt {attempt}", { words: begun, attempt }) : begun, reason);
}

function begunWords({ conduct, step, site }: Extract<OfStep, { type: "step.started" }>): string {
  switch (conduct) {
    case "command":
      return t("asked a worker to run step {step} at {site}", { step, site });
    case "hand":
      return t("started step {step} by hand at {site}", { step, site });
    case "simulated":
      return t("started step {step}, SIMULATED at {site}", { step, site });
    case "verification":
      return t("asked a worker to check step {step} at {site}", { step, site });
  }
}

function recordedWords({ step, failed, by, note, outOfOrder }: Extract<OfStep, { type: "step.recorded" }>): string {
  const told = { step, person: by, note };
  const words = failed
    ? t("RECORDED AFTERWARDS step {step}, tried and failed by {person}: {note}", told)
    : t("RECORDED AFTERWARDS step {step}, done by {person}: {note}", told);
  return outOfOrder ? t("{words}. Out of order: {reason}", { words, reason: outOfOrder }) : words;
}

const isHoldPoint = (procedure: Procedure, number: string): boolean =>
  heldBy(outline(procedure).byNumber.get(number)) === "hold";

const heldBy = (step: Step | undefined) => step?.gate?.kind ?? (step?.kind === "hold_point" ? "hold" : undefined);

const withText = (words: string, text: string | undefined): string =>
  text === undefined ? words : `${words}: ${text}`;

/** "step 4", "steps 4, 5 and 7". */
export const stepList = (numbers: readonly string[]): string => {
  const steps = listed(numbers);
  return numbers.length > 1 ? t("steps {steps}", { steps }) : t("step {step}", { step: steps });
};
