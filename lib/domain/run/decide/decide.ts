import type { Actor } from "#lib/domain/actor.ts";
import { mayDo } from "#lib/domain/grants.ts";
import { wrongText } from "#lib/domain/input.ts";
import { outline } from "#lib/domain/outline.ts";
import { isCommanded } from "#lib/domain/run/able.ts";
import type { Command, Report } from "#lib/domain/run/command.ts";
import { askedAnew } from "#lib/domain/run/decide/asked-anew.ts";
import { automaticStarts } from "#lib/domain/run/decide/automatic.ts";
import { isPeopleCommand, needsTheCommander, permissionFor } from "#lib/domain/run/decide/command-permission.ts";
import { consequences } from "#lib/domain/run/decide/consequences.ts";
import { decideEvidence } from "#lib/domain/run/decide/decide-evidence.ts";
import { decidePeople, mentioned } from "#lib/domain/run/decide/decide-people.ts";
import { decidePerson } from "#lib/domain/run/decide/decide-person.ts";
import { wrongTime } from "#lib/domain/run/decide/decide-record.ts";
import { type AttemptReport, decideReport, isReport } from "#lib/domain/run/decide/decide-report.ts";
import { decideReview, type ReviewCommand } from "#lib/domain/run/decide/decide-review.ts";
import { decideStep, isOfStep } from "#lib/domain/run/decide/decide-step.ts";
import type { Ruling, Situation } from "#lib/domain/run/decide/ruling.ts";
import type { LoggedEvent, RunEvent } from "#lib/domain/run/event.ts";
import { evolve, whoIs } from "#lib/domain/run/evolve/evolve.ts";
import { noReturnSince } from "#lib/domain/run/no-return.ts";
import { isOver, runLabel, stepState, stoodAt } from "#lib/domain/run/read-state.ts";
import { inOtherState, type Rejection, type RunRejection } from "#lib/domain/run/rejection/rejection.ts";
import { openCleanUps } from "#lib/domain/run/standing.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { told } from "#lib/words/told.ts";

export type Decision = { ok: true; events: LoggedEvent[]; run: Run } | { ok: false; rejection: Rejection };

/**
 * The one rule of what may happen to a run. The server obeys it; the browser asks it, by `refusalOf`, which buttons to
 * disable and why. Answers the numbered events and the run after them, or the reason for the refusal. Pure: `now` is an
 * argument.
 */
export function decide(situation: Situation, asked: Command | Report): Decision {
  const command = toMilliseconds(asked);
  const ruling =
    notAllowed(situation, command) ??
    askedAnew(situation.run, command) ??
    (isReport(command)
      ? decideReport(situation, command)
      : isReview(command)
        ? decideReview(situation, command)
        : command.type === "person.change"
          ? decidePerson(situation, command)
          : rulingOn(situation, command));
  if (!Array.isArray(ruling)) return refuse(ruling);
  return accept(situation, ruling, "happenedAt" in command ? command.happenedAt : undefined);
}

type PersonReport = Extract<Report, { type: "person.change" }>;

/** What is pressed on the page of a run; a run that is over is reviewed on its report. */
export type RunCommand = Exclude<Command, ReviewCommand>;

/** Why `decide` would refuse it, without working out what would follow; null when it would not. It is asked of what is shown, which is never older. */
export function refusalOf(situation: Situation, asked: RunCommand): RunRejection | null {
  const command = toMilliseconds(asked);
  const ruling = notAllowed(situation, command) ?? rulingOn(situation, command);
  // What a button sends names what is there, and is about what is shown.
  return Array.isArray(ruling) ? null : (ruling as RunRejection);
}

/** The log keeps milliseconds, and its hashes are over what it keeps. */
const toMilliseconds = <Asked extends Command | Report>(command: Asked): Asked =>
  "happenedAt" in command && command.happenedAt !== undefined
    ? { ...command, happenedAt: new Date(command.happenedAt).toISOString() }
    : command;

function notAllowed({ run, actor }: Situation, command: Command | Report): Rejection | null {
  if (!mayDo(actor, permissionFor[command.type])) return { code: "not_permitted" };
  if (needsTheCommander(command) && run.commander.id !== whoIs(actor).id) {
    const isOffered = run.commandOffer?.to.id === whoIs(actor).id;
    const isGone = !isCommanded(run);
    return {
      code: "not_commander",
      commander: run.commander,
      ...(isOffered && { isOffered }),
      ...(isGone && !isOffered && { isGone }),
    };
  }
  return null;
}

/** On all but the reports of attempts and of people, which no browser sends, and the review, which asks nothing beforehand. */
function rulingOn(situation: Situation, command: RunCommand | Exclude<Report, AttemptReport | PersonReport>): Ruling {
  const { run } = situation;
  if (command.type === "note.add") return decideNote(situation, command);
  if (command.type === "evidence.link" || command.type === "evidence.file") return decideEvidence(situation, command);
  if (isOver(run.status) && !isAboutUnknown(run, command)) return refuseOver(run, command);
  if (isOfStep(command)) return decideStep(situation, command);
  if (isPeopleCommand(command)) return decidePeople(situation, command);
  switch (command.type) {
    case "run.start":
      return decideStart(situation, command);
    case "run.automate":
      if (run.automatic === command.on) return { code: "automation_unchanged", on: run.automatic };
      return [{ type: "run.automation_set", on: command.on }];
    case "output.enter":
      return decideOutput(situation, command);
    case "run.pause":
      return decidePause(run, command.reason);
    case "run.resume":
      return run.status === "paused" ? [{ type: "run.resumed" }] : { code: "run_not_paused" };
    case "run.abort":
      return (
        refuseReturn(situation) ??
        end(situation, told("the run was aborted"), { type: "run.aborted", reason: command.reason })
      );
    case "run.fail":
      if (run.status === "draft") return { code: "run_not_started" };
      return end(situation, told("the run was declared failed"), { type: "run.failed", reason: command.reason });
    case "command.take":
      return decideTake(situation, command.reason);
    case "fact.answer":
      return decideFact(situation, command);
  }
}

/** Asking the host runs nothing, and what a command did can be found out also when the run is over. */
const isAboutUnknown = (run: Run, command: Command | Report): boolean =>
  command.type === "step.ask" && stepState(run, command.step)?.status === "interrupted";

/** Past the point of no return a run is not aborted: it rolls forward, or ends as failed and the switchback begins. */
function refuseReturn({ procedure, run }: Situation): Rejection | undefined {
  const passed = noReturnSince(procedure, run);
  return passed && { code: "no_return_passed", step: passed.step };
}

const isReview = (command: Command | Report): command is ReviewCommand =>
  command.type.startsWith("finding.") || command.type.startsWith("report.");

function decideStart(
  { run, now, locks = [] }: Situation,
  { override }: Extract<Command, { type: "run.start" }>,
): Ruling {
  if (run.status !== "draft") return { code: "run_already_started" };
  const started = { type: "run.started", ...(run.declaredAt === null && { declaredAt: now }) } as const;
  if (locks.length === 0) return [started];
  const label = runLabel(run.number);
  if (!override || override.confirmation !== label) return { code: "run_locked", locks: [...locks], label };
  return [{ ...started, override: { reason: override.reason, over: locks.map((lock) => lock.run) } }];
}

function decideOutput(
  { procedure, run }: Situation,
  { output, value }: Extract<Command, { type: "output.enter" }>,
): Ruling {
  const step = outline(procedure).steps.find(({ outputs }) => outputs?.some(({ name }) => name === output));
  const declared = step?.outputs?.find(({ name }) => name === output);
  if (!step || !declared) return { code: "output_not_found", output };
  if (run.status === "draft") return { code: "run_not_started" };
  const fault = wrongText(declared.type, value);
  return fault === undefined
    ? [{ type: "output.entered", output, value, step: step.number }]
    : { code: "output_invalid", output: declared.label, fault };
}

/** A drill that has begun leaves nothing behind, however it ends. */
function end({ procedure, run }: Situation, why: string, event: Ending): Ruling {
  const open = run.mode === "drill" && run.status !== "draft" ? openCleanUps(procedure, run) : [];
  if (open.length > 0) return { code: "clean_up_open", open };
  const steps = stoodAt(run);
  return [...stopWork(run, why), steps.length > 0 ? { ...event, steps } : event];
}

type Ending = Extract<RunEvent, { type: "run.aborted" | "run.failed" }>;

/** Whoever comes second with the step that ended the run is told who was first. */
function refuseOver(run: Run, command: Command | Report): Rejection {
  const completed = run.status === "completed" || run.status === "completed_with_exceptions";
  const state = completed && isOfStep(command) ? stepState(run, command.step) : undefined;
  return state && state.since === run.endedAt ? inOtherState(state) : { code: "run_over", status: run.status };
}

function decideNote(situation: Situation, command: Extract<Command, { type: "note.add" }>): Ruling {
  const { procedure, run, now } = situation;
  const { text, step, happenedAt } = command;
  const wrong = happenedAt === undefined ? undefined : wrongTime(run, happenedAt, now);
  if (wrong) return wrong;
  if (step && !procedure.phases.some((phase) => phase.steps.some((s) => s.number === step))) {
    return { code: "step_not_found", step };
  }
  const mentions = mentioned(situation, command.mentions);
  if (!Array.isArray(mentions)) return mentions;
  return [{ type: "note.added", text, ...(step && { step }), ...(mentions.length > 0 && { mentions }) }];
}

function decidePause(run: Run, reason: string): Ruling {
  if (run.status === "draft") return { code: "run_not_started" };
  if (run.status === "paused") return { code: "run_paused" };
  return [{ type: "run.paused", reason }];
}

function decideTake({ run, actor }: Situation, reason: string): Ruling {
  const to = whoIs(actor);
  if (run.commander.id === to.id) return { code: "already_commander" };
  return [{ type: "command.taken", from: run.commander, to, reason }];
}

function decideFact(
  { procedure, run }: Situation,
  { fact, answer }: Extract<Command, { type: "fact.answer" }>,
): Ruling {
  if (!procedure.facts.some((f) => f.key === fact)) return { code: "fact_not_found", fact };
  const before = run.facts[fact] ?? "unknown";
  if (before === answer) return { code: "fact_unchanged", fact };
  return [{ type: "fact.answered", fact, answer, before }];
}

/** A run that stops asks running commands to end, and ends by itself what people were doing or deciding. */
const stopWork = (run: Run, reason: string): RunEvent[] =>
  run.steps.flatMap((step): RunEvent[] => {
    if (step.status === "awaiting_approval" || step.status === "ready") {
      return [{ type: "step.withheld", step: step.number }];
    }
    if (step.status === "awaiting_confirmation") return [{ type: "step.canceled", step: step.number, reason }];
    if (step.status !== "in_progress") return [];
    const attempt = step.attempts.at(-1);
    return (attempt?.conduct === "command" || attempt?.conduct === "verification") && attempt.begun
      ? [{ type: "step.cancel_requested", step: step.number }]
      : [{ type: "step.canceled", step: step.number, reason }];
  });

/**
 * What comes after a step that was done, or left out, without the console may be done as well: no machine does it again before
 * that is entered, too. And what is reopened somebody wants to look at first.
 */
const endsAutomatic =
  (afterwards: boolean) =>
  ({ type }: RunEvent): boolean =>
    type === "step.reopened" || (afterwards && (type === "step.recorded" || type === "step.skipped"));

const STAND_STILL = { type: "run.automation_set", on: false } as const;

const refuse = (rejection: Rejection): Decision => ({ ok: false, rejection });

/**
 * Numbers the events, folds them, and goes on with what follows from them until nothing more does. `happenedAt` is when
 * what was asked for happened, where that was earlier; what follows from it happens now.
 */
function accept({ procedure, run, actor, now }: Situation, caused: RunEvent[], happenedAt?: string): Decision {
  const automatic: Actor = { kind: "system", name: told("automatic mode") };
  const events: LoggedEvent[] = [];
  let after = run;
  const append = (by: Actor, more: readonly RunEvent[], earlier?: string) => {
    for (const event of more) {
      const happened = earlier !== undefined && earlier !== now && { happenedAt: earlier };
      const logged = { seq: after.seq + 1, at: now, ...happened, actor: by, event };
      events.push(logged);
      after = evolve(after, logged);
    }
  };
  append(actor, caused, happenedAt);
  if (after.automatic && caused.some(endsAutomatic(happenedAt !== undefined))) append(actor, [STAND_STILL]);
  for (;;) {
    const next = consequences(procedure, after, now);
    append(actor, next);
    if (next.length > 0) continue;
    const starts = automaticStarts({ procedure, run: after, actor: automatic, now });
    if (starts.length === 0) return { ok: true, events, run: after };
    append(automatic, starts);
  }
}
