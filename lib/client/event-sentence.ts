import { gateEventWords } from "#lib/client/gate-words.ts";
import { peopleEventWords } from "#lib/client/people-words.ts";
import { endWords, findingWords, statusWords } from "#lib/client/run-words.ts";
import type { Actor } from "#lib/domain/actor.ts";
import { actorName } from "#lib/domain/actor-name.ts";
import { factLabel, outline } from "#lib/domain/outline.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import type { LoggedEvent, RunEvent } from "#lib/domain/run/event.ts";
import { whoIs } from "#lib/domain/run/evolve.ts";

/** An event as people read it: "Jun Kato" "started step 6". */
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

export function eventSentence({ actor, event }: LoggedEvent, procedure: Procedure): EventSentence {
  const byItself = consequences.has(event.type) && !(event.type === "step.approval_requested" && event.how);
  const step = "step" in event && event.step !== undefined ? { step: event.step } : {};
  const words = event.type === "note.added" ? noteWords(event) : wordsOf(event, procedure, actor);
  return { who: byItself ? null : actorName(actor), words, said: event.type === "note.added", ...step };
}

/** "to Jun Kato: the lines are empty". */
const noteWords = ({ text, mentions = [] }: Extract<RunEvent, { type: "note.added" }>): string =>
  mentions.length > 0 ? `to ${mentions.map(({ name }) => name).join(", ")}: ${text}` : text;

/** The whole sentence, for a screen reader. */
export function spoken(logged: LoggedEvent, procedure: Procedure): string {
  const { who, words, said, step } = eventSentence(logged, procedure);
  if (said) return `${who} wrote${step ? ` about step ${step}` : ""}: ${words}`;
  return who ? `${who} ${words}` : words;
}

type Told = Exclude<RunEvent, { type: "note.added" }>;

function wordsOf(event: Told, procedure: Procedure, actor: Actor): string {
  switch (event.type) {
    case "presence.confirmed":
      if (event.person.id === whoIs(actor).id) return "is here";
      return peopleEventWords(event, procedure);
    case "command.taken":
    case "command.offered":
    case "command.accepted":
    case "command.declined":
    case "command.withdrawn":
    case "position.filled":
    case "step.assigned":
    case "help.asked":
    case "help.settled":
      return peopleEventWords(event, procedure);
    case "run.created":
      return "created the run";
    case "run.started":
      return event.override
        ? `started the run although ${event.override.over.join(" and ")} held its procedure or sites: ${event.override.reason}`
        : "started the run";
    case "run.automation_set":
      return event.on ? "lets ready automated steps start by themselves" : "lets no step start by itself any more";
    case "output.entered":
      return `entered ${outputLabel(procedure, event.output)}: ${event.value}`;
    case "finding.added":
      return `noted a finding for ${event.owner}: ${event.text}`;
    case "finding.closed":
      return `closed a finding: ${event.how}`;
    case "report.stated":
      return "stated what the report says of lost data and interruption";
    case "report.signed_off":
      return `signed the report off as ${event.as}`;
    case "run.paused":
      return `paused the run: ${event.reason}`;
    case "run.resumed":
      return "resumed the run";
    case "run.aborted":
      return `aborted the run: ${event.reason}`;
    case "run.failed":
      return `declared the run failed: ${event.reason}`;
    case "run.completed":
      return event.exceptions.length > 0
        ? `Run ${statusWords.completed_with_exceptions.toLowerCase()}: ${stepList(event.exceptions)}`
        : "Run completed";
    case "fact.answered":
      return `answered “${factLabel(procedure, event.fact)}”: ${event.answer}, before ${event.before}`;
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

type OfStep = Exclude<Extract<RunEvent, { type: `step.${string}` }>, { type: "step.assigned" }>;
type Within = Extract<RunEvent, { type: `${"sub_step" | "attempt" | "evidence"}.${string}` }>;

function wordsOfStep(event: OfStep | Within, procedure: Procedure): string {
  const step = `step ${event.step}`;
  switch (event.type) {
    case "step.readied":
      return `Step ${event.step} is ready`;
    case "step.withheld":
      return `Step ${event.step} is held back`;
    case "step.approval_requested":
      if (event.how) return `asked for approval of step ${event.step}`;
      return isHoldPoint(procedure, event.step)
        ? `Step ${event.step} is held until it is released`
        : `Go asked for step ${event.step}`;
    case "step.started":
      return startWords(event);
    case "step.retry_scheduled":
      return `Step ${event.step} is tried again by itself at ${event.at.slice(11, 19)} UTC`;
    case "step.confirmation_requested":
      return `The result of step ${event.step} has to be confirmed`;
    case "step.completed":
      return `completed ${step}${after(event.note)}`;
    case "step.failed":
      return `reported ${step} failed: ${event.reason}`;
    case "step.timed_out":
      return `reported ${step} timed out: ${event.reason}`;
    case "step.interrupted":
      return `reported the outcome of ${step} unknown: ${event.reason}`;
    case "step.cancel_requested":
      return `asked to cancel ${step}`;
    case "step.canceled":
      return `canceled ${step}: ${event.reason}`;
    case "step.skipped":
      return event.by === undefined
        ? `skipped ${step}: ${event.reason}`
        : `RECORDED AFTERWARDS ${step}, skipped by ${event.by}: ${event.reason}`;
    case "step.overridden":
      return event.byRule
        ? `went on with a warning after ${step} failed: ${event.evidence}`
        : `overrode ${step}: ${event.reason}. Evidence: ${event.evidence}`;
    case "step.recorded":
      return `RECORDED AFTERWARDS ${step}, ${event.failed ? "tried and failed" : "done"} by ${event.by}: ${event.note}${event.outOfOrder ? `. Out of order: ${event.outOfOrder}` : ""}`;
    case "step.reopened":
      return `reopened ${step}: ${event.reason}`;
    case "step.approved":
      return `gave go for ${step}${after(event.note)}`;
    case "step.rejected":
      return `gave no go for ${step}: ${event.reason}`;
    case "step.released":
      return `released ${step}${after(event.note)}`;
    default:
      return wordsWithin(event);
  }
}

function wordsWithin(event: Within): string {
  switch (event.type) {
    case "sub_step.ticked":
      return `ticked ${event.subStep}`;
    case "sub_step.unticked":
      return `took back the tick of ${event.subStep}`;
    case "sub_step.added":
      return `added ${event.subStep}: ${event.title}`;
    case "evidence.added":
      return `attached ${event.evidence.name} to step ${event.step}`;
    case "attempt.started":
      return `began the command of step ${event.step}, attempt ${event.attempt}`;
    case "attempt.finished":
      return `ended the command of step ${event.step}, attempt ${event.attempt}: ${endWords(event.result)}`;
    case "attempt.asked":
      return `asked the host what became of step ${event.step}, attempt ${event.attempt}`;
    case "attempt.answered":
      return `asked for attempt ${event.attempt} of step ${event.step}: ${findingWords(event.finding)}`;
  }
}

function startWords(event: Extract<OfStep, { type: "step.started" }>): string {
  const again = event.attempt > 1 ? `, attempt ${event.attempt}` : "";
  const how = { command: "", hand: " by hand", simulated: ", SIMULATED", verification: "" }[event.conduct];
  const verbs = { command: "ran", hand: "started", simulated: "started", verification: "asked a worker to look at" };
  const verb = verbs[event.conduct];
  return `${verb} step ${event.step}${how} at ${event.site}${again}${after(event.reason)}`;
}

const outputLabel = (procedure: Procedure, name: string): string =>
  outline(procedure)
    .steps.flatMap(({ outputs }) => outputs ?? [])
    .find((output) => output.name === name)?.label ?? name;

const isHoldPoint = (procedure: Procedure, number: string): boolean =>
  heldBy(outline(procedure).byNumber.get(number)) === "hold";

const heldBy = (step: Step | undefined) => step?.gate?.kind ?? (step?.kind === "hold_point" ? "hold" : undefined);

const after = (text: string | undefined): string => (text === undefined ? "" : `: ${text}`);

export const stepList = (numbers: readonly string[]): string =>
  numbers.length > 1 ? `steps ${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)}` : `step ${numbers[0] ?? ""}`;
