import { duration } from "#lib/domain/paper/duration.ts";
import type { Report } from "#lib/domain/report/report.ts";
import type { Section } from "#lib/domain/report/sections.ts";
import { isNothingDone } from "#lib/domain/run/nothing-done.ts";
import { isLost } from "#lib/domain/run/read-state.ts";
import { t } from "#lib/words/t.ts";

export const known = (seconds: number | null): string => (seconds === null ? t("not known") : duration(seconds));

function against(objective: number | null, actual: Reached): string {
  if (typeof actual === "string") return instead(objective, actual);
  if (objective === null) return t("no objective, actual {actual}", { actual: known(actual) });
  const values = { objective: duration(objective), actual: known(actual) };
  if (actual === null) return t("{objective}, actual {actual}", values);
  return actual <= objective
    ? t("{objective}, actual {actual}, met", values)
    : t("{objective}, actual {actual}, MISSED", values);
}

function instead(objective: number | null, actual: Extract<Reached, string>): string {
  if (objective === null) return t(actual);
  const set = { objective: duration(objective) };
  switch (actual) {
    case "run not over":
      return t("{objective}, run not over", set);
    case "not reached":
      return t("{objective}, not reached", set);
    case "not measured":
      return t("{objective}, not measured", set);
  }
}

type Fact = readonly [label: string, value: string];

/** What was promised against what was reached. */
export function objectiveFacts(report: Report): readonly [time: Fact, point: Fact] {
  const [time, point] = reached(report);
  return [
    [t("Recovery time"), against(...time)],
    [t("Recovery point"), against(...point)],
  ];
}

export function objectivesSection(report: Report): Section {
  const { objectives: of } = report;
  const { interruption, rpaSeconds, statedBy } = of;
  const [time, point] = reached(report);
  const stated = (name: string) => t("stated by {name}", { name });
  return {
    title: t("Objectives"),
    table: {
      head: [t("Objective"), t("Set"), t("Actual"), t("Difference"), t("Result"), t("Measured")],
      rows: [
        [...measured(t("Recovery time"), ...time), measuredHow(report)],
        [...measured(t("Recovery point"), ...point), rpaSeconds === null || statedBy === null ? "" : stated(statedBy)],
        [
          t("Business interruption"),
          "",
          interruption
            ? t("from step {from} to step {to}: {duration}", {
                from: interruption.from,
                to: interruption.to,
                duration: known(interruption.seconds),
              })
            : t("not stated"),
          "",
          "",
          interruption ? stated(interruption.statedBy) : "",
        ],
      ],
    },
  };
}

function measuredHow({ onlySimulated, reachedAt, endedAt, steps }: Report): string {
  if (onlySimulated) return t("only simulated");
  if (endedAt !== null && isNothingDone(steps.map(({ state }) => state))) return t("nothing was done");
  return reachedAt === null ? t("declared to ended") : t("declared to reached, entered afterwards");
}

type Reached = number | null | "not reached" | "run not over" | "not measured";

const reached = (report: Report) =>
  [
    [report.objectives.rtoSeconds, timeReached(report)],
    [report.objectives.rpoSeconds, report.objectives.rpaSeconds],
  ] as const satisfies readonly (readonly [number | null, Reached])[];

function timeReached({ objectives, status, endedAt, onlySimulated, steps }: Report): Reached {
  if (isLost(status)) return "not reached";
  if (endedAt === null) return "run not over";
  return onlySimulated || isNothingDone(steps.map(({ state }) => state)) ? "not measured" : objectives.rtaSeconds;
}

/** Of recovery time and recovery point, in this order; null where nothing was set, or nobody knows. */
export const objectiveResults = (report: Report): ("met" | "missed" | null)[] =>
  reached(report).map(([set, actual]) => resultOf(set, actual));

function resultOf(set: number | null, actual: Reached): "met" | "missed" | null {
  if (set === null || actual === null) return null;
  if (typeof actual === "number") return actual <= set ? "met" : "missed";
  return actual === "not reached" ? "missed" : null;
}

function measured(title: string, set: number | null, actual: Reached): readonly string[] {
  const result = resultOf(set, actual);
  const spare = set === null || typeof actual !== "number" ? null : set - actual;
  return [
    title,
    set === null ? t("none set") : duration(set),
    typeof actual === "string" ? t(actual) : known(actual),
    spare === null
      ? ""
      : spare >= 0
        ? t("{duration} to spare", { duration: duration(spare) })
        : t("{duration} over", { duration: duration(-spare) }),
    result === null ? "" : result === "met" ? t("Met") : t("Missed"),
  ];
}
