import type { DeviationKind } from "#lib/domain/report/deviation-kind.ts";
import type { Report } from "#lib/domain/report/report.ts";
import type { Trouble } from "#lib/domain/report/trouble.ts";
import { isNothingDone } from "#lib/domain/run/nothing-done.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { t, tn } from "#lib/words/t.ts";
import { bothTimes } from "#lib/words/time.ts";

type Found = {
  asOf: string | null;
  differs: readonly { kind: DeviationKind }[];
  objectives: Report["objectives"];
  trouble: readonly Trouble[];
};

/**
 * The one rule: failed when it was aborted or declared failed, or when nothing was done but skipped, which no procedure
 * counts as drilled; with conditions when anything deviated, an objective was missed or nobody knows whether it was met,
 * or a finding is open; else passed. What did not apply is no deviation of anybody's, nor is trouble that was resolved:
 * that is only told.
 */
export function outcomeOf(
  run: Run,
  { asOf, differs, objectives, trouble }: Found,
): Pick<Report, "outcome" | "because"> {
  if (asOf !== null) {
    return { outcome: "open", because: [t("The run is not over. It stood so at {time}.", { time: bothTimes(asOf) })] };
  }
  const { reason = "" } = run;
  if (run.status === "aborted") return { outcome: "failed", because: [t("The run was aborted: {reason}", { reason })] };
  if (run.status === "failed") {
    return { outcome: "failed", because: [t("The run was declared failed: {reason}", { reason })] };
  }
  if (isNothingDone(run.steps.map(({ status }) => status))) {
    return { outcome: "failed", because: [t("Nothing was done: every step that applied was skipped.")] };
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
    ...(rpoSeconds !== null && rpaSeconds === null
      ? [t("Nobody has stated how much data was lost: whether the recovery point objective was met is not known.")]
      : []),
    ...(open > 0 ? [tn("{count} finding is open.", "{count} findings are open.", open)] : []),
  ];
  return because.length > 0
    ? { outcome: "passed_with_conditions", because }
    : { outcome: "passed", because: howPassed(run, trouble, rtoSeconds !== null || rpoSeconds !== null) };
}

function howPassed({ onlySimulated }: Run, trouble: readonly Trouble[], promised: boolean): string[] {
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
    onlySimulated
      ? t("Whatever was tried was only simulated: no recovery time was measured.")
      : promised
        ? t("No objective was missed.")
        : t("No objective was set."),
    ...(pauses > 0 ? [tn("The run was paused once.", "The run was paused {count} times.", pauses)] : []),
  ];
}
