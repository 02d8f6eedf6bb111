import { Check, CircleX } from "lucide-react";
import { Mark } from "#components/ui/mark.tsx";
import type { MarkState } from "#components/ui/mark-state.ts";
import type { DeviationKind } from "#lib/domain/report/deviation-kind.ts";
import { objectiveResults } from "#lib/domain/report/objectives.ts";
import type { Report } from "#lib/domain/report/report.ts";

const RESULT = 4;

/** Before "Met" and "Missed", in the table of the objectives. */
export function objectiveSign(report: Report) {
  const results = objectiveResults(report);
  return (row: number, column: number) => {
    const result = column === RESULT ? results[row] : null;
    const look = "mr-1.5 inline size-4 align-text-bottom";
    if (result === "met") return <Check aria-hidden className={`${look} text-done`} />;
    return result === "missed" && <CircleX aria-hidden className={`${look} text-bad`} />;
  };
}

const marks: Partial<Record<DeviationKind, MarkState>> = {
  skipped: "skipped",
  overridden: "overridden",
  not_applicable: "not_applicable",
  recorded_afterwards: "completed",
};

/** The sign of the state that a step was brought to; room for it where it was none and others have one. */
const stateSign = (states: readonly (MarkState | undefined)[]) => (row: number, column: number) => {
  const state = states[row];
  if (column > 0 || states.every((one) => one === undefined)) return null;
  return (
    <span className="mr-2 inline-block w-4.5 align-middle max-md:w-auto">
      {state && <Mark kind="manual" state={state} size={18} />}
    </span>
  );
};

export const deviationSign = ({ deviations }: Report) => stateSign(deviations.map(({ kind }) => marks[kind]));

export const troubleSign = ({ trouble }: Report) =>
  stateSign(trouble.map(({ kind }) => (kind === "paused" || kind === "help" ? undefined : kind)));
