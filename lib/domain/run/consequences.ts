import { outline, type Procedure, type StepKind } from "#lib/domain/procedure.ts";
import type { RunEvent } from "#lib/domain/run/event.ts";
import { exceptions } from "#lib/domain/run/outcome.ts";
import { isSettled, pairs, passedSteps, standing } from "#lib/domain/run/standing.ts";
import type { Run } from "#lib/domain/run/state.ts";

/** What follows by itself from the state a run is in: steps become ready or are held back, the last one ends the run. */
export function consequences(procedure: Procedure, run: Run): RunEvent[] {
  if (run.status !== "in_progress" && run.status !== "paused") return [];
  const turns = readiness(procedure, run);
  if (turns.length > 0) return turns;
  const settled = pairs(procedure, run).every(({ step, state }) => isSettled(run, step, state));
  if (!settled || run.status === "paused") return [];
  return [{ type: "run.completed", exceptions: exceptions(procedure, run).map(({ step }) => step) }];
}

function readiness(procedure: Procedure, run: Run): RunEvent[] {
  const { predecessors } = outline(procedure);
  const passed = passedSteps(procedure, run);
  return pairs(procedure, run).flatMap(({ step, state }): RunEvent[] => {
    const open =
      standing(run, step).applicability === "applicable" &&
      (predecessors.get(step.number) ?? []).every((before) => passed.has(before));
    const offered = state.status === "ready" || state.status === "awaiting_approval";
    if (open && state.status === "not_started") return [{ type: offer(step.kind), step: step.number }];
    if (!open && offered) return [{ type: "step.withheld", step: step.number }];
    return [];
  });
}

/** People decide an approval or a hold point; everything else is there to be started. */
function offer(kind: StepKind): "step.readied" | "step.approval_requested" {
  switch (kind) {
    case "manual":
    case "automated":
      return "step.readied";
    case "approval":
    case "hold_point":
      return "step.approval_requested";
  }
}
