import { z } from "zod";
import { bareName, enteredBy, whoName } from "#lib/domain/actor-name.ts";
import type { PastDurations } from "#lib/domain/forecast.ts";
import { positionTitle } from "#lib/domain/outline.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { answersOf, ReportedAnswer } from "#lib/domain/report/answers.ts";
import { commandOf, ReportedCommand } from "#lib/domain/report/commands.ts";
import { decisionsOf, ReportedDecision } from "#lib/domain/report/decisions.ts";
import { DEVIATIONS, type DeviationKind } from "#lib/domain/report/deviation-kind.ts";
import { deviations } from "#lib/domain/report/deviations.ts";
import { Plan } from "#lib/domain/report/plan.ts";
import { planOf } from "#lib/domain/report/plans.ts";
import { Segment } from "#lib/domain/report/segment.ts";
import { secondsIn, timelineOf } from "#lib/domain/report/segments.ts";
import { Trouble, troubleIn } from "#lib/domain/report/trouble.ts";
import { begunAt, deedOf } from "#lib/domain/run/deed.ts";
import { shownState } from "#lib/domain/run/digest.ts";
import type { LoggedEvent } from "#lib/domain/run/event.ts";
import { Instant } from "#lib/domain/run/instant.ts";
import { isLost, isOver, isQueued, lastAttempt, runLabel } from "#lib/domain/run/read-state.ts";
import { whyOf } from "#lib/domain/run/retold.ts";
import { Review } from "#lib/domain/run/review.ts";
import { pairs } from "#lib/domain/run/standing.ts";
import { Mode, type Run, RunStatus, RunType, type StepState } from "#lib/domain/run/state.ts";
import { row, t, tn } from "#lib/words/t.ts";

/** What is said of a run when it is looked back on. Drafted from its log, signed off by people. */

export const Outcome = z.enum(["open", "passed", "passed_with_conditions", "failed"]);
export type Outcome = z.infer<typeof Outcome>;

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
  declaredAt: Instant,
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  /** Of the log: the last event this report knows. */
  events: z.number().int(),
  objectives: z.object({
    rtoSeconds: z.number().nullable(),
    /** From the declaration to the end. */
    rtaSeconds: z.number().nullable(),
    rpoSeconds: z.number().nullable(),
    rpaSeconds: z.number().nullable(),
    /** Who said last how much data was lost, and where the interruption was. */
    statedBy: z.string().nullable(),
    interruption: z.object({ from: z.string(), to: z.string(), seconds: z.number().nullable() }).nullable(),
  }),
  /** Sums over all steps; several may go on at once. */
  time: z.object({ machineSeconds: z.number(), peopleSeconds: z.number(), waitingSeconds: z.number() }),
  /** What was answered last to what the procedure asks. */
  facts: z.array(ReportedAnswer),
  participants: z.array(
    z.object({ name: z.string(), kind: z.string(), parts: z.array(z.string()), events: z.number().int() }),
  ),
  steps: z.array(
    z.object({
      number: z.string(),
      title: z.string(),
      state: z.string(),
      /** In progress, and no worker has begun its command. */
      queued: z.boolean(),
      by: z.string().nullable(),
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
  now: string;
};

/** Drafts the report of a run from its log. */
export function draftReport({ procedure, version, run, events, outputs, past, now }: Material): Report {
  const timeline = timelineOf(procedure, events);
  const plans = planOf(procedure, events, past);
  const seconds = secondsIn(timeline, run.endedAt ?? now);
  const differs = deviations(procedure, run, events);
  const trouble = troubleIn(procedure, events);
  const objectives = objectivesOf(run, events);
  return {
    format: "switchover-report/1",
    run: runLabel(run.number),
    mode: run.mode,
    type: run.type,
    status: run.status,
    procedure: { title: procedure.title, ...version },
    sites: procedure.roles.map(({ key, title }) => ({ role: title, name: run.sites[key]?.name ?? t("none") })),
    commander: run.commander.name,
    ...outcomeOf(run, { differs, objectives, trouble }),
    declaredAt: run.declaredAt,
    startedAt: run.startedAt,
    endedAt: run.endedAt,
    events: run.seq,
    objectives,
    time: {
      machineSeconds: Math.round(seconds.machine),
      peopleSeconds: Math.round(seconds.people),
      waitingSeconds: Math.round(seconds.waiting),
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
        by: isUntouched(state) ? null : byOf(state),
        from: own[0]?.from ?? null,
        to: endOf(state, own),
        note: noteOf(state),
        planned: plans.get(step.number) ?? null,
        simulated: lastAttempt(state)?.conduct === "simulated",
        recordedAfterwards: state.recorded !== undefined,
        segments: own,
        evidence: state.attached.map((one) => ({
          name: one.name,
          sha256: one.kind === "file" ? one.sha256 : null,
          url: one.kind === "link" ? one.url : null,
          by: one.by.name,
        })),
      };
    }),
    deviations: differs,
    trouble,
    decisions: decisionsOf(procedure, events),
    commands: run.steps.flatMap(({ number, attempts }) =>
      attempts.flatMap((attempt) => commandOf(number, attempt, outputs[`${number}/${attempt.number}`])),
    ),
    review: run.review,
  };
}

const byOf = ({ recorded, by }: StepState): string => (recorded ? enteredBy(recorded.by, whoName(by)) : whoName(by));

/** What was done without the console ended as it was told, even if it was never asked for there. */
function endOf({ recorded }: StepState, segments: readonly Segment[]): string | null {
  const last = segments.at(-1);
  if (!recorded || last?.to === null) return last?.to ?? null;
  return last && last.to > recorded.at ? last.to : recorded.at;
}

/** What was said of it: as it was started, and as it came to what it is. */
function noteOf(state: StepState): string | null {
  const said = [lastAttempt(state)?.why, state.note ?? whyOf(state)].filter((one) => one !== undefined);
  return said.length > 0 ? row(said, "; ") : null;
}

function objectivesOf(run: Run, events: readonly LoggedEvent[]): Report["objectives"] {
  const { stated } = run.review;
  const between = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 1_000);
  const stating = events.findLast(({ event }) => event.type === "report.stated");
  const cut = stated?.interruption;
  const first = cut && run.steps.find(({ number }) => number === cut.from);
  const began = first && begunAt(first);
  const last = cut && run.steps.find(({ number, status }) => number === cut.to && status === "completed");
  const ended = last && deedOf(last).at;
  return {
    rtoSeconds: run.rtoSeconds,
    rtaSeconds: run.endedAt === null || isLost(run.status) ? null : between(run.declaredAt, run.endedAt),
    rpoSeconds: stated?.rpoSeconds ?? null,
    rpaSeconds: stated?.rpaSeconds ?? null,
    statedBy: stating ? bareName(stating.actor) : null,
    interruption: cut ? { ...cut, seconds: began && ended && began <= ended ? between(began, ended) : null } : null,
  };
}

type Found = {
  differs: readonly { kind: DeviationKind }[];
  objectives: Report["objectives"];
  trouble: readonly Trouble[];
};

/**
 * The one rule: failed when it was aborted or declared failed; with conditions when anything deviated, an objective was
 * missed, or a finding is open; else passed. What did not apply is no deviation of anybody's, nor is trouble that was
 * resolved: that is only told.
 */
export function outcomeOf(run: Run, { differs, objectives, trouble }: Found): Pick<Report, "outcome" | "because"> {
  if (!isOver(run.status)) return { outcome: "open", because: [t("The run is not over.")] };
  const { reason = "" } = run;
  if (run.status === "aborted") return { outcome: "failed", because: [t("The run was aborted: {reason}", { reason })] };
  if (run.status === "failed") {
    return { outcome: "failed", because: [t("The run was declared failed: {reason}", { reason })] };
  }
  const { rtoSeconds, rtaSeconds, rpoSeconds, rpaSeconds } = objectives;
  const real = differs.filter(({ kind }) => kind !== "not_applicable").length;
  const open = run.review.findings.filter(({ closed }) => !closed).length;
  const because = [
    ...(real > 0 ? [tn("{count} deviation from the procedure.", "{count} deviations from the procedure.", real)] : []),
    ...(rtoSeconds !== null && rtaSeconds !== null && rtaSeconds > rtoSeconds
      ? [t("The recovery time objective was missed.")]
      : []),
    ...(rpoSeconds !== null && rpaSeconds !== null && rpaSeconds > rpoSeconds
      ? [t("The recovery point objective was missed.")]
      : []),
    ...(open > 0 ? [tn("{count} finding is open.", "{count} findings are open.", open)] : []),
  ];
  return because.length > 0
    ? { outcome: "passed_with_conditions", because }
    : { outcome: "passed", because: howPassed(trouble, rtoSeconds !== null || rpoSeconds !== null) };
}

const beforeAnything: ReadonlySet<StepState["status"]> = new Set(["not_started", "ready", "awaiting_approval"]);

/** Whoever brought it so far was at another step. */
const isUntouched = ({ status, attempts }: StepState): boolean => beforeAnything.has(status) && attempts.length === 0;

function howPassed(trouble: readonly Trouble[], promised: boolean): string[] {
  const steps = new Set(trouble.flatMap(({ step = [] }) => step)).size;
  const pauses = trouble.filter(({ kind }) => kind === "paused").length;
  return [
    steps === 0
      ? t("Every step that applied was completed as written.")
      : tn(
          "Every step that applied was completed, after trouble with {count} step.",
          "Every step that applied was completed, after trouble with {count} steps.",
          steps,
        ),
    promised ? t("No objective was missed.") : t("No objective was set."),
    ...(pauses > 0 ? [tn("The run was paused once.", "The run was paused {count} times.", pauses)] : []),
  ];
}

function participantsOf(procedure: Procedure, run: Run, events: readonly LoggedEvent[]): Report["participants"] {
  const found = new Map<string, { name: string; kind: string; parts: Set<string>; events: number }>();
  for (const { actor } of events) {
    const key = `${actor.kind} ${actor.kind === "system" ? actor.name : actor.id}`;
    const known = found.get(key) ?? { name: bareName(actor), kind: actor.kind, parts: new Set<string>(), events: 0 };
    if (actor.kind === "person") known.parts.add(t(actor.role));
    if (actor.kind === "person" && actor.id === run.commander.id) known.parts.add(t("commander of this run"));
    for (const [position, { person, deputy }] of Object.entries(run.positions)) {
      const id = actor.kind === "person" ? actor.id : undefined;
      if (person && person.id === id) known.parts.add(positionTitle(procedure, position));
      if (deputy && deputy.id === id) known.parts.add(deputyOf(procedure, position));
    }
    found.set(key, { ...known, events: known.events + 1 });
  }
  return [...found.values()].map(({ parts, ...rest }) => ({ ...rest, parts: [...parts] }));
}

const deputyOf = (procedure: Procedure, position: string): string =>
  t("{position}, deputy", { position: positionTitle(procedure, position) });
