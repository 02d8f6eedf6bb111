import { outline } from "#lib/domain/outline.ts";
import type { Procedure } from "#lib/domain/procedure.ts";
import { isOver } from "#lib/domain/run/read-state.ts";
import { pairs, passedSteps, standing } from "#lib/domain/run/standing.ts";
import type { Run } from "#lib/domain/run/state.ts";

const none: ReadonlyMap<string, string> = new Map();

/** The steps that nothing but a missing answer holds back, by their number, and since when. */
export function unanswered(procedure: Procedure, run: Run): ReadonlyMap<string, string> {
  if (run.status === "draft" || isOver(run.status)) return none;
  if (procedure.facts.every(({ key }) => (run.facts[key] ?? "unknown") !== "unknown")) return none;
  const since = new Map(heldIn(procedure, run).map((number) => [number, settledAt(procedure, run, number)]));
  let earlier = run;
  for (const { fact, before, at } of run.answers.toReversed()) {
    const older = [...since].filter(([, from]) => from < at);
    if (older.length === 0) break;
    earlier = { ...earlier, facts: { ...earlier.facts, [fact]: before } };
    const held = new Set(heldIn(procedure, earlier));
    for (const [number] of older) if (!held.has(number)) since.set(number, at);
  }
  return since;
}

function heldIn(procedure: Procedure, run: Run): string[] {
  const undecided = pairs(procedure, run).filter(
    ({ step, state }) => state.status === "not_started" && standing(run, step).applicability === "undecided",
  );
  if (undecided.length === 0) return [];
  const passed = passedSteps(procedure, run);
  const { predecessors } = outline(procedure);
  return undecided.flatMap(({ step: { number } }) =>
    (predecessors.get(number) ?? []).every((before) => passed.has(before)) ? [number] : [],
  );
}

/** When the last of what this step waited for came to its end, through what was stepped over. */
function settledAt(procedure: Procedure, run: Run, number: string): string {
  const { predecessors } = outline(procedure);
  const states = new Map(run.steps.map((state) => [state.number, state]));
  let last = run.startedAt ?? run.createdAt;
  // A set that grows while it is read: what is added is still visited, once.
  const before = new Set([number]);
  for (const one of before) {
    const state = states.get(one);
    if (!state) continue;
    if (state.since > last) last = state.since;
    if (state.status === "completed" || state.status === "overridden") continue;
    for (const further of predecessors.get(one) ?? []) before.add(further);
  }
  return last;
}
