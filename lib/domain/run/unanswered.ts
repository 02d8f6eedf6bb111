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
  const undecided = pairs(procedure, run).filter(
    ({ step, state }) => state.status === "not_started" && standing(run, step).applicability === "undecided",
  );
  if (undecided.length === 0) return none;
  const passed = passedSteps(procedure, run);
  const { predecessors } = outline(procedure);
  return new Map(
    undecided.flatMap(({ step: { number } }): [string, string][] => {
      const before = predecessors.get(number) ?? [];
      if (!before.every((earlier) => passed.has(earlier))) return [];
      const settled = run.steps.filter((state) => before.includes(state.number)).map(({ since }) => since);
      return [[number, [run.startedAt ?? run.createdAt, ...settled].toSorted().at(-1) ?? run.createdAt]];
    }),
  );
}
