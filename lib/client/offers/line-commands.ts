import { type About, LATER } from "#lib/client/offers/offer.ts";
import { can } from "#lib/domain/grants.ts";
import type { Step, SubStep } from "#lib/domain/procedure.ts";
import type { RunCommand } from "#lib/domain/run/decide/decide.ts";
import type { ShownState } from "#lib/domain/run/digest.ts";
import type { Run, StepState } from "#lib/domain/run/state.ts";
import { subStepApplicability } from "#lib/domain/run/sub-steps.ts";

/** A line of a step: of the procedure, or added in the run. */
export type Line = SubStep | StepState["added"][number];

export const lineApplicability = (run: Run, line: Line) =>
  "role" in line || "condition" in line ? subStepApplicability(run, line) : "applicable";

export const toggleLine = (step: string, { ticks }: StepState, { number }: Line) =>
  ({ type: ticks[number] ? "sub_step.untick" : "sub_step.tick", step, subStep: number }) as const;

const addableIn: readonly ShownState[] = ["ready", "in_progress", "awaiting_confirmation", "awaiting_approval"];

/** What this person sends about the lines of a step as it stands, one command of each kind. */
export function lineCommands(
  { run, person }: Pick<About, "run" | "person">,
  { step, state, shown }: { step: Step; state: StepState; shown: ShownState },
): RunCommand[] {
  if (!can(person.role, "run.operate")) return [];
  const lines: Line[] = [...step.subSteps, ...state.added];
  const toggles = lines
    .filter((line) => lineApplicability(run, line) !== "not_applicable")
    .map((line) => toggleLine(step.number, state, line));
  const kinds = (["sub_step.tick", "sub_step.untick"] as const).flatMap(
    (kind) => toggles.find(({ type }) => type === kind) ?? [],
  );
  const canAdd = addableIn.includes(shown) && (lines.length > 0 || step.kind === "manual");
  return [...kinds, ...(canAdd ? [{ type: "sub_step.add", step: step.number, title: LATER } as const] : [])];
}
