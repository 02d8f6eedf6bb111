import { MOST_ATTACHED } from "#lib/domain/evidence-limits.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Command, Report } from "#lib/domain/run/command.ts";
import type { Ruling, Situation } from "#lib/domain/run/decide/ruling.ts";
import { stepState } from "#lib/domain/run/read-state.ts";

export type EvidenceCommand = Extract<Command | Report, { type: `evidence.${string}` }>;

/** Accepted also when the run is over: what proves it is often found later. */
export function decideEvidence({ procedure, run }: Situation, { step, evidence }: EvidenceCommand): Ruling {
  const state = stepState(run, step);
  if (!state || !outline(procedure).byNumber.has(step)) return { code: "step_not_found", step };
  if (state.attached.length >= MOST_ATTACHED) return { code: "too_much_attached", step, most: MOST_ATTACHED };
  if (state.attached.some(({ id }) => id === evidence.id)) return { code: "attached_already", step };
  return [{ type: "evidence.added", step, evidence }];
}
