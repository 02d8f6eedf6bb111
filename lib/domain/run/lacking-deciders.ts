import type { Person } from "#lib/domain/actor.ts";
import type { Deciders } from "#lib/domain/gate.ts";
import { outline } from "#lib/domain/outline.ts";
import type { Procedure, Step } from "#lib/domain/procedure.ts";
import { isAble } from "#lib/domain/run/able.ts";
import { holdersOf } from "#lib/domain/run/assignee.ts";
import { shownState } from "#lib/domain/run/digest.ts";
import { gateOf, isOneOf } from "#lib/domain/run/gate.ts";
import { stepState } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";

/** A decision for which too few people are there: so many may take it, and so many are asked for. */
export type Lack = { step: string; by: Deciders; there: number; asked: number };

/**
 * Decisions that are still to be taken and that nobody could take, or too few, of all who are active. Without a run
 * nobody fills a position yet, so that only roles and groups are looked at.
 */
export function lackingDeciders(procedure: Procedure, run: Run | null, people: readonly Person[]): Lack[] {
  return outline(procedure).steps.flatMap((step) => {
    if (run && isSettled(run, step)) return [];
    return asking(run, step).flatMap(({ by, asked }) => {
      const there = countOf(run, by, people);
      return there === null || there >= asked ? [] : [{ step: step.number, by, there, asked }];
    });
  });
}

/** What waits for nobody any more, or never will. */
function isSettled(run: Run, step: Step): boolean {
  const state = stepState(run, step.number);
  const shown = state && shownState(run, step, state);
  return (
    state?.gate?.opened !== undefined ||
    (shown !== "not_started" && shown !== "undecided" && shown !== "awaiting_approval" && shown !== "ready")
  );
}

function asking(run: Run | null, step: Step): { by: Deciders; asked: number }[] {
  const gate = gateOf(run ?? { withoutGates: [] }, step);
  switch (gate?.kind) {
    case "approval":
      return [{ by: gate.by, asked: gate.quorum }];
    case "hold":
      return gate.by ? [{ by: gate.by, asked: 1 }] : [];
    case "poll":
      return gate.of.map((position) => ({ by: { position }, asked: 1 }));
    case undefined:
      return [];
  }
}

/** Null where that is not known yet. */
function countOf(run: Run | null, by: Deciders, people: readonly Person[]): number | null {
  if (!("position" in by)) return people.filter((person) => isOneOf(by, person)).length;
  if (!run) return null;
  return holdersOf(run, by).filter(({ id }) => isAble(run, id, "run.note")).length;
}
