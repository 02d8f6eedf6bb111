import type { Actor } from "#lib/domain/actor.ts";
import type { Who } from "#lib/domain/instant.ts";
import type { LoggedEvent, RunEvent } from "#lib/domain/run/event.ts";
import { begun, canceled, endedAt, endLast, undone, withLast } from "#lib/domain/run/evolve/evolve-attempt.ts";
import { evolveGate, opened, withoutGate } from "#lib/domain/run/evolve/evolve-gate.ts";
import { evolveHelp, evolvePeople, withoutHelpOnceOver } from "#lib/domain/run/evolve/evolve-people.ts";
import { evolveReview } from "#lib/domain/run/evolve/evolve-review.ts";
import { reachedBefore } from "#lib/domain/run/evolve/reached-before.ts";
import { isOnlySimulated } from "#lib/domain/run/read-state.ts";
import type { GateState, Run, RunStatus, StepState, StepStatus } from "#lib/domain/run/state.ts";

/** Folds one event of the log into the run. The first event, `run.created`, makes the run. */
export function evolve(run: Run | null, logged: LoggedEvent): Run {
  if (logged.event.type === "run.created") return created(logged, logged.event);
  if (!run) throw new Error(`The log of a run begins with run.created, not with ${logged.event.type}.`);
  return { ...evolveRun(run, logged, logged.event), seq: logged.seq };
}

export const fold = (events: readonly LoggedEvent[], from: Run | null = null): Run | null =>
  events.reduce<Run | null>(evolve, from);

export const whoIs = (actor: Actor): Who => ({ id: actor.kind === "system" ? "system" : actor.id, name: actor.name });

type Created = Extract<RunEvent, { type: "run.created" }>;
type AboutStep = Extract<
  RunEvent,
  { type: `${"step" | "sub_step" | "attempt" | "gate" | "evidence" | "help"}.${string}` }
>;

function created({ at, actor, seq }: LoggedEvent, { run: { procedureHash: _, ...run }, steps }: Created): Run {
  const by = whoIs(actor);
  return {
    ...run,
    seq,
    status: "draft",
    declaredAt: run.declaredAt ?? null,
    answers: [],
    outputs: {},
    automatic: false,
    commander: by,
    positions: run.positions ?? {},
    people: {},
    presence: {},
    reminded: {},
    takenCommands: [],
    withoutGates: run.withoutGates ?? [],
    review: { findings: [], signOffs: [] },
    createdAt: at,
    startedAt: null,
    endedAt: null,
    steps: steps.map((number) => ({
      number,
      status: "not_started",
      since: at,
      by,
      attempts: [],
      ticks: {},
      added: [],
      attached: [],
    })),
  };
}

function evolveRun(run: Run, logged: LoggedEvent, event: Exclude<RunEvent, Created>): Run {
  const { at, happenedAt, actor } = logged;
  switch (event.type) {
    case "run.started":
      return {
        ...run,
        status: "in_progress",
        declaredAt: event.declaredAt ?? run.declaredAt,
        startedAt: at,
        ...(event.override && { brokeLock: { by: whoIs(actor), at, ...event.override } }),
      };
    case "run.automation_set":
      return { ...run, automatic: event.on };
    case "run.paused":
      return { ...run, status: "paused", reason: event.reason, stopped: { by: whoIs(actor), at } };
    case "run.resumed": {
      const { reason: _reason, stopped: _stopped, ...rest } = run;
      return { ...rest, status: "in_progress" };
    }
    case "run.aborted":
    case "run.failed":
      return {
        ...over(run, event.type === "run.failed" ? "failed" : "aborted", at),
        ...stoppedBy(event, whoIs(actor), at),
      };
    case "run.completed": {
      const reachedAt = reachedBefore(run, at);
      return {
        ...over(run, event.exceptions.length > 0 ? "completed_with_exceptions" : "completed", at),
        ...(reachedAt !== undefined && { reachedAt }),
        ...(isOnlySimulated(run) && { onlySimulated: true }),
      };
    }
    case "people.reminded":
    case "command.taken":
    case "command.offered":
    case "command.accepted":
    case "command.declined":
    case "command.withdrawn":
    case "person.changed":
    case "position.filled":
    case "presence.confirmed":
      return evolvePeople(run, event, whoIs(actor), at);
    case "fact.answered":
      return {
        ...run,
        facts: { ...run.facts, [event.fact]: event.answer },
        answers: [...run.answers, { fact: event.fact, before: event.before, at, by: whoIs(actor) }],
      };
    case "output.entered":
      return known(run, { [event.output]: event.value }, whoIs(actor), at);
    case "note.added":
      return run;
    case "finding.added":
    case "finding.closed":
    case "report.stated":
    case "report.signed_off":
      return { ...run, review: evolveReview(run.review, logged, whoIs(actor), event) };
    default:
      return {
        ...("outputs" in event ? known(run, event.outputs ?? {}, whoIs(actor), at) : run),
        steps: run.steps.map((step) =>
          step.number === event.step
            ? evolveStep(step, event, whoIs(actor), { at, happenedAt: happenedAt ?? at })
            : step,
        ),
      };
  }
}

/** What is said again takes the place of what was said before; the log keeps both. */
const known = (run: Run, values: Readonly<Record<string, string>>, by: Who, at: string): Run => ({
  ...run,
  outputs: {
    ...run.outputs,
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, by, at }])),
  },
});

const stoppedBy = ({ reason, steps }: { reason: string; steps?: string[] | undefined }, by: Who, at: string) => ({
  reason,
  stopped: { by, at, ...(steps && { steps }) },
});

const over = ({ commandOffer: _, ...run }: Run, status: RunStatus, at: string): Run => ({
  ...run,
  status,
  endedAt: at,
});

type When = { at: string; happenedAt: string };

function evolveStep(step: StepState, event: AboutStep, by: Who, { at, happenedAt }: When): StepState {
  const into = (status: StepStatus, said: Said = {}): StepState =>
    withoutHelpOnceOver({ ...bare(step), status, since: at, by, ...said });
  switch (event.type) {
    case "step.readied":
      return withoutGate(into("ready"));
    case "step.withheld":
      // That its glass was broken is not forgotten because the step was not begun.
      return step.gate?.opened?.broken ? into("not_started") : withoutGate(into("not_started"));
    case "step.reopened":
      return { ...withLast(withoutGate(into("not_started", { reason: event.reason })), undone), ticks: {} };
    case "step.approval_requested":
      return { ...into("awaiting_approval"), gate: askedGate(event, by, at) };
    case "step.started":
      return { ...into("in_progress"), attempts: [...endLast(step, at).attempts, begun(event, by, at)] };
    case "step.retry_scheduled":
      return { ...step, retryAt: event.at };
    case "step.confirmation_requested":
      return into("awaiting_confirmation");
    case "step.completed":
      return endLast(into("completed", said(event)), at);
    case "step.approved":
    case "step.released":
      return {
        ...endLast(into("completed", said(event)), at),
        ...(step.gate && { gate: opened(step.gate, { by, at, reason: event.note }) }),
      };
    case "step.recorded": {
      const then = event.failed ? into("failed", { reason: event.note }) : into("completed", said(event));
      return { ...endLast(then, happenedAt), recorded: onPaper(event, happenedAt) };
    }
    case "step.failed":
      return endLast(into("failed", said(event)), at);
    case "step.timed_out":
      return endLast(into("timed_out", said(event)), at);
    case "step.interrupted":
      return endLast(into("interrupted", said(event)), at);
    case "step.cancel_requested":
      return withLast(into("canceling"), canceled(by, event.reason));
    case "step.canceled":
      return withLast(endLast(into("canceled", said(event)), at), canceled(by, event.why));
    case "step.rejected":
      return into("rejected", said(event));
    case "step.skipped": {
      const then = into("skipped", said(event));
      return event.by === undefined ? then : { ...then, recorded: onPaper(event, happenedAt) };
    }
    case "step.overridden":
      return into("overridden", {
        ...said(event),
        evidence: event.evidence,
        ...(event.byRule && { byRule: true }),
      });
    case "gate.voted":
    case "gate.opened":
    case "gate.broken":
    case "gate.voided":
    case "gate.lapsed":
      return evolveGate(step, event, { by, at, into });
    case "step.assigned":
    case "help.asked":
    case "help.settled":
      return evolveHelp(step, event, by, at);
    default:
      return evolveWithin(step, event, by, at);
  }
}

type OnPaper = { by?: string | undefined; outOfOrder?: string | undefined };

const onPaper = ({ by = "", outOfOrder }: OnPaper, at: string): NonNullable<StepState["recorded"]> => ({
  by,
  at,
  ...(outOfOrder !== undefined && { outOfOrder }),
});

const askedGate = (
  { until, how }: Extract<RunEvent, { type: "step.approval_requested" }>,
  by: Who,
  at: string,
): GateState => ({
  ...(how && { askedBy: by, how }),
  ...(until !== undefined && { until }),
  askedAt: at,
  votes: [],
});

type Said = { reason?: string; note?: string; evidence?: string; byRule?: true };
type Within = Extract<AboutStep, { type: `${"sub_step" | "attempt" | "evidence"}.${string}` }>;

/** What happens inside a step without changing its status. */
function evolveWithin(step: StepState, event: Within, by: Who, at: string): StepState {
  switch (event.type) {
    case "sub_step.ticked":
      return { ...step, ticks: { ...step.ticks, [event.subStep]: { by, at } } };
    case "sub_step.unticked": {
      const { [event.subStep]: _, ...ticks } = step.ticks;
      return { ...step, ticks };
    }
    case "sub_step.added":
      return { ...step, added: [...step.added, { number: event.subStep, title: event.title, by, at }] };
    case "evidence.added":
      return { ...step, attached: [...step.attached, { ...event.evidence, by, at }] };
    case "attempt.started":
      return withLast(step, (attempt) => ({
        ...attempt,
        begun: { worker: by.name, at, ...(event.place !== undefined && { place: event.place }) },
      }));
    case "attempt.finished": {
      const { result, durationMs, output, expected } = event;
      const ended = { result, durationMs, output, ...(expected && { expected }) };
      return withLast(step, (attempt) => ({ ...attempt, ended: { at: endedAt(attempt, at), ...ended } }));
    }
    case "attempt.asked":
      return withLast(step, (attempt) => ({ ...attempt, asked: { by, at } }));
    case "attempt.answered":
      return withLast(step, (attempt) => {
        if (!attempt.asked) return attempt;
        return { ...attempt, asked: { ...attempt.asked, answer: { at, finding: event.finding } } };
      });
  }
}

/** What was said on entering the last status does not outlive it. */
function bare(step: StepState): Omit<StepState, "reason" | "note" | "evidence" | "byRule" | "retryAt" | "recorded"> {
  const { reason: _reason, note: _note, evidence: _evidence, byRule: _byRule, ...rest } = step;
  const { retryAt: _retryAt, recorded: _recorded, ...kept } = rest;
  return kept;
}

const said = (event: { reason?: string | undefined; note?: string | undefined }): Said => ({
  ...(event.reason !== undefined && { reason: event.reason }),
  ...(event.note !== undefined && { note: event.note }),
});
