import { z } from "zod";
import { bareName } from "#lib/domain/actor-name.ts";
import type { PastDurations } from "#lib/domain/forecast.ts";
import { Instant } from "#lib/domain/instant.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { answersOf, ReportedAnswer } from "#lib/domain/report/answers.ts";
import { commandOf, ReportedCommand } from "#lib/domain/report/commands.ts";
import { decisionsOf, ReportedDecision } from "#lib/domain/report/decisions.ts";
import { DEVIATIONS, type DeviationKind } from "#lib/domain/report/deviation-kind.ts";
import { deviations } from "#lib/domain/report/deviations.ts";
import { outcomeOf } from "#lib/domain/report/outcome-of.ts";
import { Participant, participantsOf } from "#lib/domain/report/participants.ts";
import { Plan } from "#lib/domain/report/plan.ts";
import { planOf } from "#lib/domain/report/plans.ts";
import { type RecordRead, ReportedRecord, recordIn } from "#lib/domain/report/record.ts";
import { deedIn, evidenceIn } from "#lib/domain/report/reported-step.ts";
import { Segment } from "#lib/domain/report/segment.ts";
import { secondsIn, timelineOf } from "#lib/domain/report/segments.ts";
import { Trouble, troubleIn } from "#lib/domain/report/trouble.ts";
import { ReportedValue, valuesOf } from "#lib/domain/report/values.ts";
import { roleTitle } from "#lib/domain/role-name.ts";
import { begunAt, deedOf } from "#lib/domain/run/deed.ts";
import { shownState } from "#lib/domain/run/digest.ts";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import { isNothingDone } from "#lib/domain/run/nothing-done.ts";
import { isLost, isOver, isQueued, lastAttempt, overAt, runLabel } from "#lib/domain/run/read-state.ts";
import { Review, type Stated } from "#lib/domain/run/review.ts";
import { pairs } from "#lib/domain/run/standing.ts";
import { Mode, type Run, RunStatus, RunType } from "#lib/domain/run/state.ts";
import { secondsBetween, wholeSeconds } from "#lib/domain/whole-seconds.ts";
import { t } from "#lib/words/t.ts";

/** What is said of a run when it is looked back on. Drafted from its log, signed off by people. */

const Outcome = z.enum(["open", "passed", "passed_with_conditions", "failed"]);

export const Report = z.object({
  format: z.literal("switchover-report/1"),
  run: z.string(),
  mode: Mode,
  type: RunType,
  status: RunStatus,
  procedure: z.object({ title: z.string(), version: z.number().int(), hash: z.string() }),
  sites: z.array(z.object({ role: z.string(), name: z.string() })),
  commander: z.string(),
  outcome: Outcome,
  /** Why it is that. */
  because: z.array(z.string()),
  declaredAt: Instant.nullable(),
  startedAt: Instant.nullable(),
  /** When it was closed in the console. */
  endedAt: Instant.nullable(),
  /** Where what ended it was entered afterwards: when the last of its steps was truly done. */
  reachedAt: Instant.nullable(),
  /** Whatever was tried was only simulated: its time is that of no recovery. */
  onlySimulated: z.boolean(),
  /** When it stood so, of a run that is not over. */
  asOf: Instant.nullable(),
  /** Of the log: the last event this report knows. */
  events: z.number().int(),
  record: ReportedRecord,
  objectives: z.object({
    rtoSeconds: z.number().nullable(),
    /** From the declaration to the end: to when it was truly done, where that was entered afterwards. Null where nothing was recovered. */
    rtaSeconds: z.number().nullable(),
    rpoSeconds: z.number().nullable(),
    rpaSeconds: z.number().nullable(),
    /** Who said last how much data was lost. */
    statedBy: z.string().nullable(),
    interruption: z
      .object({ from: z.string(), to: z.string(), seconds: z.number().nullable(), statedBy: z.string() })
      .nullable(),
  }),
  /** Sums over all steps; several may go on at once. */
  time: z.object({ machineSeconds: z.number(), peopleSeconds: z.number(), waitingSeconds: z.number() }),
  /** What was answered last to what the procedure asks. */
  facts: z.array(ReportedAnswer),
  participants: z.array(Participant),
  steps: z.array(
    z.object({
      number: z.string(),
      title: z.string(),
      state: z.string(),
      /** In progress, and no worker has begun its command. */
      queued: z.boolean(),
      by: z.string().nullable(),
      /** Where it was done, of a step that may be done at one of several sites. */
      site: z.string().optional(),
      from: Instant.nullable(),
      to: Instant.nullable(),
      note: z.string().nullable(),
      /** When it was expected to be done as the run began; null where nobody knew. */
      planned: Plan.nullable(),
      /** Shown and recorded only: nothing was done. */
      simulated: z.boolean(),
      /** Done on paper, and entered later with its true time. */
      recordedAfterwards: z.boolean(),
      segments: z.array(Segment),
      evidence: z.array(
        z.object({ name: z.string(), sha256: z.string().nullable(), url: z.string().nullable(), by: z.string() }),
      ),
    }),
  ),
  deviations: z.array(
    z.object({
      kind: z.enum(Object.keys(DEVIATIONS) as [DeviationKind, ...DeviationKind[]]),
      step: z.string().optional(),
      at: Instant,
      by: z.string(),
      why: z.string(),
    }),
  ),
  trouble: z.array(Trouble),
  decisions: z.array(ReportedDecision),
  commands: z.array(ReportedCommand),
  /** What steps gave to later ones, or to whoever reads this. */
  values: z.array(ReportedValue),
  review: Review,
});
export type Report = z.infer<typeof Report>;

export type Material = {
  procedure: Procedure;
  version: { version: number; hash: string };
  run: Run;
  events: readonly LoggedEvent[];
  /** What commands wrote, by "step/attempt". */
  outputs: Readonly<Record<string, string>>;
  /** What past runs said of each step when this one was started. */
  past: PastDurations;
  /** By what it can be tied to the log. */
  record: RecordRead;
  now: string;
};

/** Drafts the report of a run from its log. */
export function draftReport({ procedure, version, run, events, outputs, past, record, now }: Material): Report {
  const timeline = timelineOf(procedure, events);
  const plans = planOf(procedure, events, past);
  const seconds = secondsIn(timeline, run.endedAt ?? now);
  const differs = deviations(procedure, run, events);
  const trouble = troubleIn(procedure, events);
  const objectives = objectivesOf(run, events);
  const asOf = isOver(run.status) ? null : now;
  return {
    format: "switchover-report/1",
    run: runLabel(run.number),
    mode: run.mode,
    type: run.type,
    status: run.status,
    procedure: { title: procedure.title, ...version },
    sites: procedure.roles.map((role) => ({ role: roleTitle(role), name: run.sites[role.key]?.name ?? t("none") })),
    commander: run.commander.name,
    ...outcomeOf(run, { asOf, differs, objectives, trouble }),
    declaredAt: run.declaredAt,
    startedAt: run.startedAt,
    endedAt: run.endedAt,
    reachedAt: run.reachedAt ?? null,
    onlySimulated: run.onlySimulated ?? false,
    asOf,
    events: run.seq,
    record: recordIn(record, now),
    objectives,
    time: {
      machineSeconds: wholeSeconds(Math.round(seconds.machine * 1_000)),
      peopleSeconds: wholeSeconds(Math.round(seconds.people * 1_000)),
      waitingSeconds: wholeSeconds(Math.round(seconds.waiting * 1_000)),
    },
    facts: answersOf(procedure, run, events),
    participants: participantsOf(procedure, run, events),
    steps: pairs(procedure, run).map(({ step, state }) => {
      const own = [...(timeline[step.number] ?? [])];
      return {
        number: step.number,
        title: step.title,
        state: shownState(run, step, state),
        queued: isQueued(state),
        ...deedIn(step, state, own),
        planned: plans.get(step.number) ?? null,
        simulated: lastAttempt(state)?.conduct === "simulated",
        recordedAfterwards: state.recorded !== undefined,
        segments: own,
        evidence: evidenceIn(state),
      };
    }),
    deviations: differs,
    trouble,
    decisions: decisionsOf(procedure, events),
    commands: run.steps.flatMap(({ number, attempts }) =>
      attempts.flatMap((attempt) => commandOf(number, attempt, outputs[`${number}/${attempt.number}`])),
    ),
    values: valuesOf(procedure, run, events),
    review: run.review,
  };
}

function objectivesOf(run: Run, events: readonly LoggedEvent[]): Report["objectives"] {
  const { stated } = run.review;
  const sayerOf = (what: keyof Stated) => {
    const stating = events.findLast(({ event }) => event.type === "report.stated" && event.stated[what] !== undefined);
    return stating ? bareName(stating.actor) : null;
  };
  const cut = stated?.interruption;
  const first = cut && run.steps.find(({ number }) => number === cut.from);
  const began = first && begunAt(first);
  const last =
    cut &&
    run.steps.find(({ number, status }) => number === cut.to && (status === "completed" || status === "overridden"));
  const ended = last && deedOf(last).at;
  const over = overAt(run);
  return {
    rtoSeconds: run.rtoSeconds,
    rtaSeconds:
      run.declaredAt === null ||
      over === null ||
      isLost(run.status) ||
      run.onlySimulated ||
      isNothingDone(run.steps.map(({ status }) => status))
        ? null
        : secondsBetween(run.declaredAt, over),
    rpoSeconds: stated?.rpoSeconds ?? null,
    rpaSeconds: stated?.rpaSeconds ?? null,
    statedBy: sayerOf("rpaSeconds"),
    interruption: cut
      ? {
          ...cut,
          seconds: began && ended && began <= ended ? secondsBetween(began, ended) : null,
          statedBy: sayerOf("interruption") ?? "",
        }
      : null,
  };
}
