import type { Procedure } from "#lib/domain/procedure.ts";
import { digest, type ShownState } from "#lib/domain/run/digest.ts";
import { isByWorker } from "#lib/domain/run/read-state.ts";
import type { Run } from "#lib/domain/run/state.ts";
import { row, t, tn } from "#lib/words/t.ts";

/** How far a run has come that somebody is about to end: what that breaks off, and what it leaves undone. */
export function endedSoFar(procedure: Procedure, run: Run): string {
  const { settled, applying, byState } = digest(procedure, run).tally;
  const count = (...states: ShownState[]) => states.reduce((sum, state) => sum + (byState.get(state) ?? 0), 0);
  const underWay = count("in_progress", "canceling");
  const commands = run.steps.filter((step) => isAtWork(step.status) && isByWorker(step)).length;
  const some = (number: number, words: string) => (number > 0 ? [words] : []);
  const byHand = underWay - commands;
  const unconfirmed = count("awaiting_confirmation");
  const trouble = count("failed", "timed_out", "interrupted", "canceled", "rejected");
  const left = count("not_started", "undecided", "ready", "awaiting_approval");
  return row([
    t("{settled} of {applying} settled", { settled, applying }),
    commands > 0 ? tn("{count} command running", "{count} commands running", commands) : t("no command running"),
    ...some(byHand, t("{count} done by hand now", { count: byHand })),
    ...some(unconfirmed, t("{count} to be confirmed", { count: unconfirmed })),
    ...some(trouble, t("{count} in trouble", { count: trouble })),
    ...some(left, t("{count} not begun", { count: left })),
  ]);
}

const isAtWork = (state: ShownState): boolean => state === "in_progress" || state === "canceling";
