import type { RunSummary, RunView } from "#lib/contract/runs.ts";
import type { Procedure } from "#lib/domain/procedure.ts";

/** A run that is not over, with its state and steps as far as they are known yet. */
export type ActiveRun = { summary: RunSummary; view?: RunView | undefined; procedure?: Procedure | undefined };

/** More than these are listed without what goes on in them. */
const WATCHED = 20;

/** Which runs are watched in full; the server reads the same ones before the page is sent. */
export const watchedRuns = (runs: readonly RunSummary[]): RunSummary[] => runs.slice(0, WATCHED);

/** How many that are open are listed only; the page says so where it counts what waits. */
export const unwatchedCount = (runs: readonly unknown[]): number => Math.max(0, runs.length - WATCHED);

export const notOver = { over: "no" } as const;
export const finishedLately = { over: "yes", limit: 5 } as const;
