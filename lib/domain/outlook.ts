import { estimateOf, forecast, isOnlyShown, type PastDuration, type PastDurations } from "#lib/domain/forecast.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import type { Run, StepState } from "#lib/domain/run/state.ts";

/** How long a run would take that is not created yet, and on what that rests. */
export type Outlook = {
  /** Null where no step that would be done is estimated. */
  seconds: number | null;
  /** Steps that would be done, the undecided among them, and those of them of which nobody knows how long they take. */
  steps: number;
  unknown: number;
  /** Decisions of people before them: no time is reckoned for those. */
  decisions: number;
  /** Commands that the drill only shows: they take no time. */
  shown: number;
  /** How many of the others are estimated by the procedure, and how many by past runs. */
  byProcedure: number;
  byPast: number;
  /** Of how many past runs a median is, at least and at most, and whether those were drills; null where none is. */
  pastRuns: { least: number; most: number; drills: "none" | "some" | "all" } | null;
};

type Plan = Pick<Run, "mode" | "facts"> & { withoutGates: readonly string[] };

/** The same forecast of a plan, as of a run of which nothing has begun. */
export function outlook(procedure: Procedure, plan: Plan, past: PastDurations): Outlook {
  const { steps, byNumber } = outline(procedure);
  const draft = { ...plan, status: "draft" as const, steps: steps.map(({ number }) => untouched(number)) };
  const laidOut = forecast(procedure, draft, past, 0);
  const planned = [...(laidOut?.planned.keys() ?? [])].flatMap((number) => byNumber.get(number) ?? []);
  const done = planned.filter((step) => !isOnlyShown(step, plan.mode));
  const estimates = done.flatMap((step) => estimateOf(step, past) ?? []);
  const medians = estimates.filter((estimate) => estimate.basis === "past");
  const finishMs = laidOut?.finishMs ?? null;
  return {
    seconds: finishMs === null ? null : finishMs / 1_000,
    steps: planned.length,
    unknown: done.length - estimates.length,
    decisions: laidOut?.decisions ?? 0,
    shown: planned.length - done.length,
    byProcedure: estimates.length - medians.length,
    byPast: medians.length,
    pastRuns: medians.length === 0 ? null : pastRuns(medians),
  };
}

function pastRuns(medians: readonly PastDuration[]): Outlook["pastRuns"] {
  const runs = medians.map((median) => median.runs);
  const all = medians.every((median) => median.drills === median.runs);
  const none = medians.every((median) => median.drills === 0);
  return { least: Math.min(...runs), most: Math.max(...runs), drills: none ? "none" : all ? "all" : "some" };
}

const untouched = (number: string): StepState => ({
  number,
  status: "not_started",
  since: "",
  by: { id: "", name: "" },
  attempts: [],
  ticks: {},
  added: [],
  attached: [],
});
