import type { RunSummary } from "#lib/contract/run-summary.ts";
import type { RunView } from "#lib/contract/runs.ts";
import type { Procedure } from "#lib/domain/procedure.ts";

/** A run that is not over, with its state and steps as far as they are known yet; `listedOnly`: they are not asked for. */
export type ActiveRun = {
  summary: RunSummary;
  view?: RunView | undefined;
  procedure?: Procedure | undefined;
  listedOnly?: boolean;
};

/** More than these are listed without what goes on in them. */
const WATCHED = 20;

/**
 * Which runs are watched in full: those in trouble or in which a gate waits, then live runs, drills, drafts, and of each
 * the latest. The server reads the same ones before the page is sent.
 */
export const watchedRuns = (runs: readonly RunSummary[]): RunSummary[] =>
  runs.toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, WATCHED);

function rankOf({ status, mode, gatesWaiting, stepsInTrouble }: RunSummary): number {
  if (status === "draft") return 3;
  if (gatesWaiting > 0 || stepsInTrouble > 0) return 0;
  return mode === "live" ? 1 : 2;
}

/** How many that are open are listed only: active runs, and drafts. The page says so where it counts what waits. */
export function unwatchedOf(runs: readonly ActiveRun[]): { active: number; drafts: number } {
  const unwatched = runs.filter(({ listedOnly }) => listedOnly);
  const drafts = unwatched.filter(({ summary }) => summary.status === "draft").length;
  return { active: unwatched.length - drafts, drafts };
}

export const notOver = { over: "no" } as const;
export const finishedLately = { over: "yes", limit: 5 } as const;
