import type { Answer, Applicability } from "#lib/domain/condition.ts";
import { factLabel, type Procedure, type Step } from "#lib/domain/procedure.ts";
import { standing } from "#lib/domain/run/standing.ts";
import type { Ended, Run, RunStatus } from "#lib/domain/run/state.ts";

export const statusWords: Record<RunStatus, string> = {
  draft: "Draft",
  in_progress: "In progress",
  paused: "Paused",
  completed: "Completed",
  completed_with_exceptions: "Completed with exceptions",
  aborted: "Aborted",
  failed: "Failed",
};

/** How a command ended. */
export function endWords(result: Ended): string {
  switch (result.kind) {
    case "exited":
      return `exit code ${result.code}`;
    case "signaled":
      return `ended by ${result.signal}`;
    case "not_run":
      return `never began: ${result.message}`;
    case "timed_out":
      return result.gone ? "timed out, the process is gone" : "timed out, the process may still run";
    case "canceled":
      return result.gone ? "canceled, the process is gone" : "canceled, the process may still run";
  }
}

/** Whether a step applies, and the answers that decided it. */
export type Judgement = {
  applicability: Applicability;
  terms: { label: string; answer: Answer }[];
  leftOutOfDrills: boolean;
};

/** Null where nothing was to be decided: the step is always performed. */
export function judgement(procedure: Procedure, run: Pick<Run, "mode" | "facts">, step: Step): Judgement | null {
  const { applicability, because, leftOutOfDrills } = standing(run, step);
  if (because.length === 0 && !leftOutOfDrills) return null;
  const terms = because.map(({ fact, answer }) => ({ label: factLabel(procedure, fact), answer }));
  return { applicability, terms, leftOutOfDrills };
}

/** "Source site operating: no". */
export const termWords = ({ terms, leftOutOfDrills }: Judgement): string =>
  leftOutOfDrills ? "left out of drills" : terms.map(({ label, answer }) => `${label}: ${answer}`).join(", ");
