import { outline } from "#lib/domain/outline.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import type { RunEvent } from "#lib/domain/run/event.ts";
import { askGate, isAsAgreed } from "#lib/domain/run/gate.ts";
import { exceptions } from "#lib/domain/run/outcome.ts";
import { isSettled, pairs, passedSteps, standing } from "#lib/domain/run/standing.ts";
import type { Run, StepState } from "#lib/domain/run/state.ts";
import { told } from "#lib/words/told.ts";

/** What follows by itself from the state a run is in: steps become ready or are held back, the last one ends the run. */
export function consequences(procedure: Procedure, run: Run, now: string): RunEvent[] {
  if (run.status !== "in_progress" && run.status !== "paused") return [];
  const turns = readiness(procedure, run, now);
  if (turns.length > 0) return turns;
  const voids = voided(procedure, run);
  if (voids.length > 0) return voids;
  const settled = pairs(procedure, run).every(({ step, state }) => isSettled(run, step, state));
  if (!settled || run.status === "paused") return [];
  return [{ type: "run.completed", exceptions: [...new Set(exceptions(procedure, run).map(({ step }) => step))] }];
}

function readiness(procedure: Procedure, run: Run, now: string): RunEvent[] {
  const { predecessors } = outline(procedure);
  const passed = passedSteps(procedure, run);
  return pairs(procedure, run).flatMap(({ step, state }): RunEvent[] => {
    const open =
      standing(run, step).applicability === "applicable" &&
      (predecessors.get(step.number) ?? []).every((before) => passed.has(before));
    const offered = state.status === "ready" || state.status === "awaiting_approval";
    if (open && state.status === "not_started") return [askGate({ run, step, now })];
    if (!open && offered) return [...lost(state), { type: "step.withheld", step: step.number }];
    return [];
  });
}

/** What was asked or decided of a step that is held back is asked anew, and that is told. */
function lost({ number, gate }: StepState): RunEvent[] {
  const said = gate && (gate.how || gate.opened || gate.votes.length > 0);
  if (!said || gate.opened?.broken) return [];
  return [{ type: "gate.voided", step: number, reason: told("The step was held back after it was asked.") }];
}

/** An approval is of one command: when what would be done changes, it is void, also while it is still asked for. */
const voided = (procedure: Procedure, run: Run): RunEvent[] =>
  pairs(procedure, run).flatMap(({ step, state }): RunEvent[] => {
    const { gate, status } = state;
    const standing = status === "awaiting_approval" || status === "ready";
    // What the glass was broken for was agreed with nobody.
    if (!standing || !gate?.how || gate.opened?.broken || isAsAgreed(run, step, gate)) return [];
    return [
      { type: "gate.voided", step: step.number, reason: told("What would be done has changed since it was asked.") },
    ];
  });
