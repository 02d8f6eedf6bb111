import { cannotBeUndone } from "#lib/domain/cannot-be-undone.ts";
import type { Situation } from "#lib/domain/run/decide/ruling.ts";
import { startStep } from "#lib/domain/run/decide/start-step.ts";
import type { RunEvent } from "#lib/domain/run/event.ts";
import { gateOf } from "#lib/domain/run/gate.ts";
import { wentAhead } from "#lib/domain/run/late.ts";
import { pairs } from "#lib/domain/run/standing.ts";

/**
 * The first step that may start by itself while the run is automatic: ready, automated, not tried before, nothing to be
 * asked, one place, and nothing that cannot be undone. Never through a gate, also not one that is open, and never behind what comes after
 * it. Empty when there is none.
 */
export function automaticStarts(situation: Situation): RunEvent[] {
  const { procedure, run } = situation;
  if (!run.automatic || run.status !== "in_progress") return [];
  const ahead = wentAhead(procedure, run);
  for (const { step, state } of pairs(procedure, run)) {
    if (
      state.status !== "ready" ||
      !step.action ||
      cannotBeUndone(step) ||
      gateOf(run, step) ||
      state.attempts.length > 0
    )
      continue;
    const asks = step.inputs?.some(({ optional }) => !optional) ?? false;
    const [role, ...others] = step.roles.filter((each) => run.sites[each]);
    if (asks || role === undefined || others.length > 0 || ahead(step.number).length > 0) continue;
    const ruling = startStep({ ...situation, step, state }, { step: step.number, role });
    if (Array.isArray(ruling)) return ruling;
  }
  return [];
}
